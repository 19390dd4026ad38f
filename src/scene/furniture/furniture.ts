import {
  type BufferGeometry,
  Color,
  Group,
  Mesh,
  MeshStandardMaterial,
  PlaneGeometry,
  ShaderMaterial,
} from 'three';
import { LANDMARKS } from '../../core/simulation/results/trace.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { Pose } from '../bones/pose.ts';
import type { Angle } from '../camera/framing.ts';
import type { Ground } from '../figure/figure.ts';
import type { Look } from '../stage/looks.ts';
import { createPrisms, type Prism } from './prisms.ts';
import { findSupport, type Support } from './support.ts';

/** Furniture on which the person sits, lies or steps, and the load that she carries. */
export interface Furniture {
  readonly object: Group;
  /** Support on which the figure's surface rests. */
  readonly ground: Ground;
  setShown(shown: Shown): void;
  update(pose: Pose, timeS: number, look: Look, angle: Angle): void;
  dispose(): void;
}

const LOAD = LANDMARKS.indexOf('load') * 3;
const HAND_RIGHT = LANDMARKS.indexOf('handRight') * 3;
const HAND_LEFT = LANDMARKS.indexOf('handLeft') * 3;
/** Load for which the dimensions are given, kg. */
const USUAL_KG = 10;
/** Extent of a box up and down from the hands at its sides, and forwards and back, m. */
const BOX = { up: 0.09, down: 0.11, deep: 0.12 };
/** Width of a box between the hands, and width from which hands hang apart, m at 1.65 m. */
const HELD_WIDTH_M = 0.26;
const APART_M = 0.31;
/** Distance within which a load counts as in place, m. */
const AT_M = 0.03;
const FLOOR_M = [2.6, 1.7] as const;

/** Bag below its handle, which is at the origin. */
const BAG: readonly Prism[] = [
  {
    bottomM: -0.4,
    topM: -0.16,
    bottom: [-0.15, 0.15, -0.055, 0.055],
    top: [-0.17, 0.17, -0.045, 0.045],
  },
  { bottomM: -0.16, topM: 0.01, bottom: [-0.1, -0.085, -0.008, 0.008], top: [-0.02, -0.005, -0.008, 0.008] },
  { bottomM: -0.16, topM: 0.01, bottom: [0.085, 0.1, -0.008, 0.008], top: [0.005, 0.02, -0.008, 0.008] },
];

export function createFurniture(): Furniture {
  const furniture = createFurnitureMaterial();
  const backing = createFurnitureMaterial();
  const goods = new MeshStandardMaterial({
    color: '#8f7a5c',
    emissive: '#8f7a5c',
    emissiveIntensity: 0.12,
    roughness: 0.85,
  });
  const floor = new Mesh(new PlaneGeometry(...FLOOR_M), createFloorMaterial());
  floor.rotation.x = -Math.PI / 2;
  floor.renderOrder = 1;
  const support = new Mesh(createPrisms([]), furniture);
  const backrest = new Mesh(createPrisms([]), backing);
  const plinth = new Mesh(createPrisms([]), furniture);
  // after the discs, which it would hide, and before the figure that sits on it
  for (const mesh of [support, backrest, plinth]) mesh.renderOrder = 1.5;
  const box = new Mesh(createPrisms([]), goods);
  const bagGeometry = createPrisms(BAG);
  const bags = [new Mesh(bagGeometry, goods), new Mesh(bagGeometry, goods)] as const;
  const object = new Group();
  object.add(floor, support, backrest, plinth, box, ...bags);
  let found: Support | null = null;
  let apartM = APART_M;

  let worn: Look | null = null;
  const wear = (look: Look) => {
    worn = look;
    for (const { color, emissive } of [furniture, backing]) {
      color.set(look.furniture);
      emissive.set(look.furniture);
    }
    floor.material.uniforms.colour!.value.set(look.furniture);
  };

  const replace = (mesh: Mesh, prisms: readonly Prism[]) => {
    (mesh.geometry as BufferGeometry).dispose();
    mesh.geometry = createPrisms(prisms);
    mesh.visible = prisms.length > 0;
  };

  return {
    object,
    get ground() {
      return found!.ground;
    },
    setShown({ scenario, run: { trace } }) {
      const event = scenario.events[trace.eventIndex];
      const act = event?.type === 'activity' ? event : null;
      const scale = scenario.patient.heightCm / 165;
      found = findSupport(trace, act?.name ?? null, scale);
      replace(support, found.prisms);
      replace(backrest, found.backrest);
      support.position.x = 0;
      floor.position.x = found.floorAt;
      apartM = APART_M * scale;
      const kg = typeof act?.loadKg === 'number' ? act.loadKg : USUAL_KG;
      const size = Math.min(1.3, Math.max(0.55, Math.cbrt(kg / USUAL_KG)));
      const half = (HELD_WIDTH_M * scale) / 2;
      const deep = BOX.deep * size;
      replace(box, [{ bottomM: -BOX.down * size, topM: BOX.up * size, bottom: [-deep, deep, -half, half] }]);
      for (const bag of bags) bag.scale.setScalar(size);
      const [x, y, z] = trace.landmarksM.subarray(LOAD, LOAD + 3) as unknown as readonly [
        number,
        number,
        number,
      ];
      const waits =
        !Number.isNaN(x) &&
        Math.hypot(x - trace.landmarksM[HAND_RIGHT]!, y - trace.landmarksM[HAND_RIGHT + 1]!) > 0.1;
      replace(
        plinth,
        waits
          ? [{ bottomM: 0, topM: y - BOX.down * size, bottom: [x - deep, x + deep, z - half, z + half] }]
          : [],
      );
    },
    update({ landmarks }, timeS, look, angle) {
      if (look !== worn) wear(look);
      // seen from below, behind or the front, bed, backrest and window hide the spine
      furniture.opacity = OPACITY;
      if (found?.ground.lying) furniture.opacity = calcOpacity(-Math.sin(angle.tilt));
      if (found?.before)
        furniture.opacity = calcOpacity(Math.sin(angle.azimuth) * Math.cos(angle.tilt) - BESIDE);
      backing.opacity = calcOpacity(-Math.sin(angle.azimuth) * Math.cos(angle.tilt));
      furniture.depthWrite = furniture.opacity > OPACITY / 2;
      backing.depthWrite = backing.opacity > OPACITY / 2;
      if (found?.stepAt) support.position.x = found.stepAt(timeS);
      const there = !Number.isNaN(landmarks[LOAD]!);
      const inRight = there && calcDistance(landmarks, LOAD, HAND_RIGHT) < AT_M;
      // with a bag in each hanging hand, the load's middle is in the middle of the person
      const inBoth =
        there && !inRight && isBetween(landmarks) && calcDistance(landmarks, HAND_RIGHT, HAND_LEFT) > apartM;
      bags[0].visible = inRight || inBoth;
      bags[1].visible = inBoth;
      bags[0].position.fromArray(landmarks, HAND_RIGHT);
      bags[1].position.fromArray(landmarks, HAND_LEFT);
      box.visible = there && !inRight && !inBoth;
      if (box.visible) box.position.fromArray(landmarks, LOAD);
    },
    dispose() {
      for (const mesh of [floor, support, backrest, plinth, box, ...bags]) mesh.geometry.dispose();
      for (const material of [furniture, backing, goods, floor.material]) material.dispose();
    },
  };
}

const OPACITY = 0.62;
const SEEN_THROUGH = 0.12;
/** Cosine from which furniture in front of the person hides her; seen obliquely it is beside her. */
const BESIDE = 0.55;

/** @param behind cosine between the direction to the camera and the furniture's rear side */
function calcOpacity(behind: number): number {
  const t = Math.min(1, Math.max(0, (behind + 0.1) / 0.5));
  return OPACITY + (SEEN_THROUGH - OPACITY) * t * t * (3 - 2 * t);
}

/** Material of the furniture: dull, and lit a little from all sides. */
const createFurnitureMaterial = () =>
  new MeshStandardMaterial({ roughness: 1, emissiveIntensity: 0.25, transparent: true });

const calcDistance = (points: Float32Array, a: number, b: number): number =>
  Math.hypot(points[a]! - points[b]!, points[a + 1]! - points[b + 1]!, points[a + 2]! - points[b + 2]!);

function isBetween(points: Float32Array): boolean {
  for (let axis = 0; axis < 3; axis++) {
    const middle = (points[HAND_RIGHT + axis]! + points[HAND_LEFT + axis]!) / 2;
    if (Math.abs(points[LOAD + axis]! - middle) >= AT_M) return false;
  }
  return true;
}

/** Material of a patch of floor that fades into the background. */
function createFloorMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { colour: { value: new Color() } },
    vertexShader: /* glsl */ `
      varying vec2 vUv;
      void main() {
        vUv = uv;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 colour;
      varying vec2 vUv;
      void main() {
        float away = 2.0 * length(vUv - 0.5);
        gl_FragColor = vec4(colour, 0.75 * (1.0 - smoothstep(0.15, 1.0, away)));
        #include <colorspace_fragment>
      }`,
    transparent: true,
    depthWrite: false,
  });
}

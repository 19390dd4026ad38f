import { type BufferGeometry, Group } from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../core/anatomy/vertebrae.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { BONE_COUNT, SACRUM, writeBoneSizes } from '../bones/bones.ts';
import type { SceneLayer } from './layer.ts';
import type { StrandLook } from './strandShader.ts';
import { createStrands, type StrandPath, type Strands } from './strands.ts';

type Patient = Shown['scenario']['patient'];

const M_PER_MM = 1e-3;
/** After the discs and before the skeleton, which would hide what lies behind it. */
const RENDER_ORDER = 1.7;

const LIGAMENTS: StrandLook = {
  stops: ['#e9dfc4', '#e9dfc4', '#e9dfc4'],
  opacity: 0.82,
  taper: 0.85,
  flatness: 0.25,
  fibres: 0.05,
  givesWay: false,
};
const NERVES: StrandLook = {
  stops: ['#e7c95c', '#e7c95c', '#e7c95c'],
  opacity: 0.92,
  taper: 0.8,
  flatness: 0.8,
  fibres: 0,
  givesWay: false,
};

/** Half depth, height and half width of each body, m. */
function getBodies(patient: Patient) {
  const size = new Float32Array(4 * BONE_COUNT);
  writeBoneSizes(patient, size, new Float32Array(4 * BONE_COUNT));
  return Array.from({ length: LEVEL_COUNT }, (_, i) => ({
    halfDepthM: size[4 * i]!,
    heightM: size[4 * i + 1]!,
    halfWidthM: size[4 * i + 2]!,
    canalDepthM: REFERENCE_VERTEBRAE[i]!.canalDepthMm * M_PER_MM,
  }));
}

/** Rearmost point of each bone's middle plane, x, y, z in its frame, m: the tip of its spinous process. */
function findSpinousTips(geometry: BufferGeometry): number[][] {
  const points = geometry.getAttribute('position').array;
  const marks = geometry.getAttribute('marks').array;
  const tips = Array.from({ length: LEVEL_COUNT }, () => [0, 0, 0]);
  for (let v = 0; v < marks.length / 4; v++) {
    const tip = tips[marks[4 * v]!];
    if (tip && points[3 * v]! < tip[0]! && Math.abs(points[3 * v + 2]!) < 0.004)
      tip.splice(0, 3, points[3 * v]!, points[3 * v + 1]!, 0);
  }
  return tips;
}

/** Strand along the column, through one point on each of some bones. */
const alongColumn = (
  bones: readonly number[],
  at: (bone: number) => readonly number[],
  radiusM: number,
): StrandPath => ({ body: bones, pointsM: bones.flatMap((bone) => [...at(bone)]), radiusM });

const ALL_LEVELS = Array.from({ length: LEVEL_COUNT }, (_, i) => i);

/** Strands of the longitudinal ligaments in front of and behind the bodies, and of the supraspinous ligament. */
function describeLigaments(patient: Patient, geometry: BufferGeometry): StrandPath[] {
  const bodies = getBodies(patient);
  const tips = findSpinousTips(geometry);
  return [
    alongColumn(ALL_LEVELS, (i) => [0.97 * bodies[i]!.halfDepthM, 0, 0], 0.0065),
    alongColumn(ALL_LEVELS, (i) => [-1.06 * bodies[i]!.halfDepthM, 0, 0], 0.0035),
    alongColumn(ALL_LEVELS, (i) => tips[i]!, 0.0028),
  ];
}

/** Index of the level at which the cord ends, L1 (our assumption); below it the roots continue in the canal. */
const CORD_ENDS = 12;
const CORD_M = 0.0045;
const CAUDA_M = 0.0028;
const ROOT_M = 0.0016;

/** Strands of the cord, the roots below it, and a pair of nerves out of each foramen, under the pedicles. */
function describeNerves(patient: Patient): StrandPath[] {
  const bodies = getBodies(patient);
  const canal = (i: number): readonly number[] =>
    i === SACRUM ? [-0.021, -0.012, 0] : [-bodies[i]!.halfDepthM - 0.5 * bodies[i]!.canalDepthM, 0, 0];
  const cord = ALL_LEVELS.slice(0, CORD_ENDS + 1);
  const cauda = [...ALL_LEVELS.slice(CORD_ENDS), SACRUM];
  const roots = ALL_LEVELS.flatMap((i) =>
    [1, -1].map((side): StrandPath => {
      const { halfDepthM, heightM, halfWidthM } = bodies[i]!;
      const foramen = [-halfDepthM - 0.003, -0.42 * heightM, side * (0.62 * halfWidthM)];
      const beside = [-0.75 * halfDepthM, -0.8 * heightM, side * (halfWidthM + 0.006)];
      const out = [-0.3 * halfDepthM, -1.5 * heightM, side * (halfWidthM + 0.02)];
      // it continues where it is not drawn
      return {
        body: [i, i, i, i],
        pointsM: [...canal(i), ...foramen, ...beside, ...out],
        radiusM: ROOT_M,
        fadingFraction: 0.5,
      };
    }),
  );
  return [alongColumn(cord, canal, CORD_M), alongColumn(cauda, canal, CAUDA_M), ...roots];
}

function createTissueLayer(describe: (patient: Patient) => StrandPath[], look: StrandLook): SceneLayer {
  const object = new Group();
  let patient: Patient | null = null;
  let strands: Strands | null = null;
  const drop = () => {
    strands?.dispose();
    object.clear();
  };
  return {
    object,
    setShown({ scenario }) {
      if (scenario.patient === patient) return;
      patient = scenario.patient;
      drop();
      strands = createStrands(describe(patient), look);
      strands.mesh.renderOrder = RENDER_ORDER;
      object.add(strands.mesh);
    },
    update(pose, _timeS, viewpoint, opacity) {
      strands?.update(pose, viewpoint);
      strands?.setOpacity(opacity);
    },
    dispose: drop,
  };
}

/** @param geometry of the spine's bones */
export const createLigamentLayer = (geometry: BufferGeometry): SceneLayer =>
  createTissueLayer((patient) => describeLigaments(patient, geometry), LIGAMENTS);

export const createNerveStrands = (): SceneLayer => createTissueLayer(describeNerves, NERVES);

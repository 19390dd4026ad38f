/**
 * Contact sheets of the bones, for holding beside measured ones. ?sheet: T8, L3, axis and sacrum from the right, the front, behind on
 * the left and above; ?skeleton=side or three-quarter: all of them in quiet standing.
 */
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DirectionalLight,
  HemisphereLight,
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  OrthographicCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import skeletonUrl from '../../models/meshes/skeleton.glb?url';
import spineUrl from '../../models/meshes/spine.glb?url';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { type BoneMesh, readGlb } from '../../src/runtime/files/readGlb.ts';
import { createBoneMaterial, createPoseUniforms } from '../../src/scene/bones/boneMaterial.ts';
import { createDiscGeometry, createDiscMaterial } from '../../src/scene/bones/discs.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { loadSkeleton } from '../../src/scene/bones/skeleton.ts';
import { loadSpineGeometry } from '../../src/scene/bones/spineGeometry.ts';

const GROUND = '#20262d';

function createStage(width: number, height: number) {
  const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
  renderer.setSize(width, height);
  renderer.setClearColor(GROUND);
  renderer.toneMapping = NeutralToneMapping;
  renderer.autoClear = false;
  renderer.clear();
  document.body.append(renderer.domElement);
  const scene = new Scene();
  scene.add(new HemisphereLight('#dfe8f0', '#4a3f36', 1.2));
  const key = new DirectionalLight('#fff2df', 2.6);
  scene.add(key, key.target);
  return { renderer, scene, key };
}

/** Where the camera stands, and what is up in the picture. */
const VIEWS: readonly (readonly [Vector3, Vector3])[] = [
  [new Vector3(0, 0, 1), new Vector3(0, 1, 0)],
  [new Vector3(1, 0, 0), new Vector3(0, 1, 0)],
  [new Vector3(-0.7, 0.25, -0.7), new Vector3(0, 1, 0)],
  [new Vector3(0, 1, 0), new Vector3(0, 0, -1)],
];
/** The bones, and half the height of what their cells show, m. */
const SHEET = [
  ['T8', 0.06],
  ['L3', 0.06],
  ['C2', 0.06],
  ['sacrum', 0.075],
] as const;
const CELL = { width: 250, height: 212 };

function toGeometry({ positions, normals, ambient, details }: BoneMesh): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute(
    'color',
    new BufferAttribute(
      Float32Array.from({ length: positions.length }, (_, i) => 0.3 + 0.7 * ambient[Math.floor(i / 3)]!),
      3,
    ),
  );
  geometry.setIndex(new BufferAttribute(details[0]!, 1));
  geometry.computeBoundingBox();
  return geometry;
}

async function readBones(url: string): Promise<BoneMesh[]> {
  return readGlb(await (await fetch(url)).arrayBuffer());
}

async function drawSheet(): Promise<void> {
  const { renderer, scene, key } = createStage(CELL.width * VIEWS.length, CELL.height * SHEET.length);
  const meshes = [...(await readBones(spineUrl)), ...(await readBones(skeletonUrl))];
  const material = new MeshStandardMaterial({
    color: new Color('#d9ccb0'),
    roughness: 0.65,
    vertexColors: true,
  });
  SHEET.forEach(([name, half], row) => {
    const halfWidth = (half * CELL.width) / CELL.height;
    const camera = new OrthographicCamera(-halfWidth, halfWidth, half, -half, 0.01, 2);
    const mesh = new Mesh(toGeometry(meshes.find((one) => one.name === name)!), material);
    const centre = mesh.geometry.boundingBox!.getCenter(new Vector3());
    scene.add(mesh);
    VIEWS.forEach(([from, up], column) => {
      camera.position.copy(centre).add(from.clone().normalize());
      camera.up.copy(up);
      camera.lookAt(centre);
      key.position.copy(camera.position).add(new Vector3(0, 0.8, 0.3));
      key.target.position.copy(centre);
      const y = CELL.height * (SHEET.length - 1 - row);
      renderer.setViewport(CELL.width * column, y, CELL.width, CELL.height);
      renderer.render(scene, camera);
    });
    scene.remove(mesh);
  });
}

async function drawSkeleton(view: string): Promise<void> {
  const { renderer, scene, key } = createStage(700, 900);
  const patient = { ageYears: 30, sex: 'male', heightCm: 175, massKg: 75, tScore: 0 };
  const reading = checkScenario({
    version: 1,
    patient,
    events: [{ type: 'activity', name: 'stand' }],
  });
  if (!reading.ok) throw new Error('a man cannot stand');
  const { trace } = finish(runScenario(reading.scenario));
  const pose = createPose();
  pose.setTrace(trace, reading.scenario.patient);
  pose.setTime(0.5);
  const uniforms = createPoseUniforms(pose);
  const skeleton = await loadSkeleton();
  skeleton.setLook('#8fb0c8');
  skeleton.update(pose, false, 1, 0);
  const spine = new Mesh((await loadSpineGeometry()).geometry, createBoneMaterial(uniforms));
  const discs = new Mesh(createDiscGeometry(), createDiscMaterial(uniforms));
  for (const mesh of [spine, discs]) mesh.frustumCulled = false;
  scene.add(spine, discs, skeleton.object);
  const half = 0.56;
  const camera = new OrthographicCamera((-half * 7) / 9, (half * 7) / 9, half, -half, 0.1, 10);
  const centre = new Vector3(0.04, 1.24, 0);
  const from = view === 'side' ? new Vector3(0, 0, 1) : new Vector3(0.75, 0.1, 0.65);
  camera.position.copy(centre).addScaledVector(from.normalize(), 4);
  camera.lookAt(centre);
  key.position.copy(camera.position).add(new Vector3(0.5, 3, 0.5));
  key.target.position.copy(centre);
  renderer.render(scene, camera);
}

const view = new URLSearchParams(location.search).get('skeleton');
await (view ? drawSkeleton(view) : drawSheet());
document.title = 'drawn';

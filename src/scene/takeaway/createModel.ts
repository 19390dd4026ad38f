import { Color, Group, Mesh, MeshStandardMaterial } from 'three';
import { LEVEL_COUNT, LEVELS } from '../../core/anatomy/levels.ts';
import type { BoneMesh } from '../../runtime/files/readGlb.ts';
import { getFindings, getFrame } from '../../runtime/session/moment.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { calcLoadColour } from '../../scales/loadScale.ts';
import { BONE_NAMES } from '../bones/bones.ts';
import { DISC_COLOUR } from '../bones/discs.ts';
import { createPose } from '../bones/pose.ts';
import { bakeBone } from './bakeBone.ts';
import { bakeDisc } from './bakeDiscs.ts';

const IVORY = '#e4d5b4';
const WORN_DISC = '#9b7f58';
/** Share of the load's colour in a bone's at or above its full tint, and the load over strength from which it is full. */
const MOST_TINT = 0.8;
const FULL_TINT = 0.45;

/** Colour of a bone whose greatest load over strength so far is `ratio`. */
function calcColour(ratio: number): Color {
  const load: number[] = [0, 0, 0];
  calcLoadColour(ratio, load);
  const tint = new Color().setRGB(load[0]!, load[1]!, load[2]!, 'srgb');
  return new Color(IVORY).lerp(tint, MOST_TINT * Math.min(1, ratio / FULL_TINT));
}

/**
 * The spine at a time of its act as plain meshes: a node and a material for every vertebra, with what the results say of it, and one
 * for every disc. Metres, y up, facing +z, its lowest point on the floor.
 *
 * @param detail level of detail of the bones, 0 the finest
 */
export function createModel(meshes: readonly BoneMesh[], shown: Shown, timeS: number, detail: number): Group {
  const { trace, condition } = shown.run;
  const pose = createPose();
  pose.setTrace(trace, shown.scenario.patient);
  pose.setTime(timeS);
  const findings = getFindings(trace, timeS);
  const ratios = shown.peaks.loadOverStrength.subarray(getFrame(trace, timeS) * LEVEL_COUNT);
  const model = new Group();
  model.name = 'Columna';
  for (const mesh of meshes) {
    const bone = BONE_NAMES.indexOf(mesh.name);
    const { name } = mesh;
    const color = calcColour(bone < LEVEL_COUNT ? ratios[bone]! : 0);
    const material = new MeshStandardMaterial({ name, color, roughness: 0.62, vertexColors: true });
    const one = new Mesh(bakeBone(mesh, bone, pose, detail), material);
    one.name = name;
    if (bone < LEVEL_COUNT) one.userData = { loadOverStrength: ratios[bone]!, ...findings.levels[bone] };
    model.add(one);
  }
  const disc = new MeshStandardMaterial({
    name: 'disc',
    color: new Color(DISC_COLOUR).lerp(new Color(WORN_DISC), 0.85 * condition.discWear),
    roughness: 0.5,
  });
  LEVELS.forEach((level, n) => {
    const one = new Mesh(bakeDisc(pose, n, condition.discWear), disc);
    one.name = `disc_${level}_${BONE_NAMES[n + 1]}`;
    model.add(one);
  });
  pose.sectionMap.dispose();
  standOnFloor(model);
  model.userData = { heightLossMm: findings.heightLossMm, kyphosisDeg: findings.kyphosisDeg, timeS };
  return model;
}

/** Turns the model to face +z, as viewers expect it, and puts its lowest point on the floor, over the origin. */
function standOnFloor(model: Group): void {
  let [least, sumX, sumZ, count] = [Number.POSITIVE_INFINITY, 0, 0, 0];
  for (const child of model.children) {
    const { geometry } = child as Mesh;
    const position = geometry.getAttribute('position');
    for (let i = 0; i < position.count; i++) {
      least = Math.min(least, position.getY(i));
      sumX += position.getX(i);
      sumZ += position.getZ(i);
    }
    count += position.count;
  }
  for (const child of model.children) {
    const { geometry } = child as Mesh;
    geometry.translate(-sumX / count, -least, -sumZ / count);
    geometry.rotateY(-Math.PI / 2);
  }
}

/** Frees what a model holds. */
export function disposeModel(model: Group): void {
  for (const child of model.children) {
    const { geometry, material } = child as Mesh;
    geometry.dispose();
    (material as MeshStandardMaterial).dispose();
  }
}

import { TENSION_RATIO } from '../bone/columnLaw.ts';
import {
  calcCapacityMPa,
  calcLayerCompliance,
  createLayerLaws,
  type LayerLaws,
  refreshLayer,
} from '../bone/layerLaw.ts';
import { LAYERS, type SectionState } from '../bone/section.ts';
import type { VoxelBody } from './body.ts';
import { readModes } from './operator.ts';
import { calcGreatestAndLeast, extremes } from './principal.ts';

// Bone in bricks, by the laws of the section's layers. The strain that counts is the least principal stress of intact bone over its
// modulus; in core and shell it is averaged over one layer's height above and below each other, since their law softens in
// millimetres of a layer: without that a collapse would depend on the bricks. What crushes is a secant: a brick keeps the part
// s of its stiffness with which it bears its capacity at the greatest strain so far. Crushed bone does not bulge: s of what
// is left expands laterally.

/** Bone of a body and how far it has yielded. */
export interface BoneState {
  readonly body: VoxelBody;
  readonly state: SectionState;
  readonly laws: LayerLaws;
  /** Modulus of each layer of the section with its damage and cement, MPa. */
  readonly modulusMPa: Float64Array;
  /** Greatest strain so far in compression: averaged over a layer, for core and shell; and of each brick alone; in tension. */
  readonly layerStrain: Float64Array;
  readonly ownStrain: Float64Array;
  readonly tension: Float64Array;
  /** The same three when the last step was accepted. */
  readonly accepted: readonly [Float64Array, Float64Array, Float64Array];
  readonly compressionNow: Float64Array;
  /** Stiffness left over the intact one, of the brick as a whole. */
  readonly left: Float64Array;
}

export function createBone(body: VoxelBody, state: SectionState): BoneState {
  const { section, bricks } = body;
  const laws = createLayerLaws(LAYERS * section.count);
  const modulusMPa = new Float64Array(LAYERS * section.count);
  for (let k = 0; k < LAYERS; k++)
    for (let j = 0; j < section.count; j++) {
      const i = k * section.count + j;
      refreshLayer(section, state, laws, i, k);
      modulusMPa[i] = section.layerHeightMm / calcLayerCompliance(section, state, i, k);
    }
  const create = () => new Float64Array(bricks.count);
  const bone = {
    body,
    state,
    laws,
    modulusMPa,
    layerStrain: create(),
    ownStrain: create(),
    tension: create(),
    accepted: [create(), create(), create()] as const,
    compressionNow: create(),
    left: create(),
  };
  refreshBricks(bone);
  return bone;
}

/** Least part of its stiffness that bone keeps, so that the bricks hang together (numerical). */
const LEAST_LEFT = 1e-3;

/** Stress of layer i at a strain since its state, over its elastic stress: 1 until it yields. */
function calcSecant({ laws, modulusMPa, state, body }: BoneState, i: number, strain: number): number {
  const modulus = modulusMPa[i]!;
  const since = state.crushMm[i]! - state.restartMm[i]!;
  const elastic = modulus * strain;
  if (elastic <= calcCapacityMPa(laws, i, since)) return 1;
  // crush x since then, mm, with strain = x / height + capacity / modulus: that is monotonic in x, halved in turns
  const height = body.section.layerHeightMm * body.heightRatio;
  let low = 0;
  let high = strain * height;
  for (let n = 0; n < 30; n++) {
    const x = (low + high) / 2;
    if (x / height + calcCapacityMPa(laws, i, since + x) / modulus < strain) low = x;
    else high = x;
  }
  return calcCapacityMPa(laws, i, since + low) / elastic;
}

/** Writes what is left of each brick's stiffness into the bricks. */
export function refreshBricks(bone: BoneState): void {
  const { body, modulusMPa, layerStrain, ownStrain, tension, left } = bone;
  const { section, bricks, core, shell, plate, discMPa, coreLayer, shellLayer } = body;
  const { plateModulusMPa, platePeakMPa } = section;
  for (let e = 0; e < bricks.count; e++) {
    let whole = 0;
    let now = 0;
    for (const [part, i] of [
      [core[e]!, coreLayer[e]!],
      [shell[e]!, shellLayer[e]!],
    ] as const) {
      if (part === 0) continue;
      const modulus = modulusMPa[i]!;
      const crack = (TENSION_RATIO * section.peakMPa[i]!) / modulus;
      const secant = Math.min(
        calcSecant(bone, i, layerStrain[e]!),
        tension[e]! > crack ? crack / tension[e]! : 1,
      );
      whole += part * modulus;
      now += part * modulus * secant;
    }
    if (plate[e]! > 0) {
      const strain = Math.max(ownStrain[e]!, tension[e]!);
      const yields = platePeakMPa / plateModulusMPa;
      whole += plate[e]! * plateModulusMPa;
      now += plate[e]! * plateModulusMPa * (strain > yields ? yields / strain : 1);
    }
    const s = whole > 0 ? Math.max(LEAST_LEFT, now / whole) : 1;
    left[e] = s;
    bricks.plainMPa[e] = discMPa[e]! + whole * s * (1 - s);
    bricks.bulgingMPa[e] = whole * s * s;
  }
}

const modes = new Float64Array(24);
/** Strain of brick e's middle at the last call of `calcUnitStress`, shears as engineers count them: xx, yy, zz, xy, yz, zx. */
export const strain = new Float64Array(6);
export const stress = new Float64Array(6);

/** Stress of brick e's bone at its middle, as if a modulus of 1 MPa were left of it, into `stress`: xx, yy, zz, xy, yz, zx. */
export function calcUnitStress({ body, left }: BoneState, u: Float64Array, e: number): void {
  const { bricks } = body;
  const { size, corner } = bricks.grid;
  readModes(u, bricks.base[e]!, corner, modes);
  // mode 1, 2, 4: difference of the faces across x, y, z, times −4
  const dx = -0.25 / size.xMm;
  const dy = -0.25 / size.yMm;
  const dz = -0.25 / size.zMm;
  strain[0] = dx * modes[3]!;
  strain[1] = dy * modes[7]!;
  strain[2] = dz * modes[14]!;
  strain[3] = dy * modes[6]! + dx * modes[4]!;
  strain[4] = dz * modes[13]! + dy * modes[8]!;
  strain[5] = dx * modes[5]! + dz * modes[12]!;
  const bulge = left[e]!;
  const shear = (1 - bulge) / 2 + bulge * BULGING_SHEAR;
  const lambda = bulge * BULGING_LAMBDA * (strain[0]! + strain[1]! + strain[2]!);
  for (let a = 0; a < 3; a++) {
    stress[a] = 2 * shear * strain[a]! + lambda;
    stress[a + 3] = shear * strain[a + 3]!;
  }
}

const BULGING_SHEAR = 1 / 2.6;
const BULGING_LAMBDA = 0.3 / (1.3 * 0.4);

/** Reads the strains of a displacement tried from the accepted state; what they exceed grows. @param factor of `u` */
export function noteStrains(bone: BoneState, u: Float64Array, factor: number): void {
  const { body, layerStrain, ownStrain, tension, accepted, compressionNow } = bone;
  layerStrain.set(accepted[0]);
  for (let e = 0; e < body.bricks.count; e++) {
    if (body.core[e]! + body.shell[e]! + body.plate[e]! === 0) continue;
    calcUnitStress(bone, u, e);
    calcGreatestAndLeast(stress);
    compressionNow[e] = Math.max(0, -factor * extremes.least);
    ownStrain[e] = Math.max(accepted[1][e]!, compressionNow[e]!);
    tension[e] = Math.max(accepted[2][e]!, factor * extremes.greatest);
  }
  averageOverLayers(body, compressionNow, layerStrain);
}

export function acceptStrains({ layerStrain, ownStrain, tension, accepted }: BoneState): void {
  accepted[0].set(layerStrain);
  accepted[1].set(ownStrain);
  accepted[2].set(tension);
}

/** Mean of the strain within half a layer's height above and below, of the core and shell of a stack; the greatest so far stays. */
function averageOverLayers(body: VoxelBody, from: Float64Array, greatest: Float64Array): void {
  const { stack, stackStart, section, bricks, heightRatio, core, shell } = body;
  const reach = Math.round((section.layerHeightMm * heightRatio) / 2 / bricks.grid.size.yMm);
  for (let column = 0; column + 1 < stackStart.length; column++) {
    const begin = stackStart[column]!;
    const end = stackStart[column + 1]!;
    for (let n = begin; n < end; n++) {
      let sum = 0;
      let weight = 0;
      for (let m = Math.max(begin, n - reach); m <= Math.min(end - 1, n + reach); m++) {
        const e = stack[m]!;
        const part = core[e]! + shell[e]!;
        sum += part * from[e]!;
        weight += part;
      }
      const e = stack[n]!;
      if (sum > weight * greatest[e]!) greatest[e] = sum / weight;
    }
  }
}

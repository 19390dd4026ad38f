import discTable from '../../../models/discs.json' with { type: 'json' };
import segmentTable from '../../../models/segments.json' with { type: 'json' };
import { clamp, mix } from '../math/scalar.ts';
import { cos, sin } from '../math/transcendental.ts';
import { metres, radians } from '../quantity/units.ts';
import { calcBoneScale } from './boneScale.ts';
import { calcUsualDiscWear } from './discWear.ts';
import { LEVEL_COUNT, LEVELS } from './levels.ts';
import type { Disc, Vertebra } from './motionSegment.ts';
import { createFascicles, type Fascicle } from './muscles.ts';
import { getParameterValues, type ParameterValues } from './parameters.ts';
import { REFERENCE_VERTEBRAE } from './vertebrae.ts';

/** Description of the person for whom the model is made. */
export interface PatientDescription {
  readonly ageYears: number;
  readonly sex: 'female' | 'male';
  readonly heightCm: number;
  readonly massKg: number;
  readonly tScore: number;
  /** 0 healthy … 1 worn through. */
  readonly discWear?: number | undefined;
  /** Seed of the random scatter of the bodies' strength; no scatter without it. */
  readonly strengthScatterSeed?: number | undefined;
}

export interface LimbSegment {
  readonly massKg: number;
  readonly lengthM: number;
  readonly centreM: number;
}

/** Model of a person, constant while an event runs; between events only disc wear and muscle strength change, with the years. */
export interface SpineModel {
  /** The patient as the scenario begins. */
  readonly patient: PatientDescription;
  readonly discWear: number;
  readonly parameters: ParameterValues;
  /** T1 … L5. */
  readonly vertebrae: readonly Vertebra[];
  /** T1-T2 … L5-S1. */
  readonly discs: readonly Disc[];
  /** Those of the right side; the left ones are their mirror images. */
  readonly fascicles: readonly Fascicle[];
  /** Greatest muscle force per area of a fascicle (specific tension). */
  readonly musclePressurePa: number;
  readonly limbs: Readonly<Record<'upperArm' | 'forearm' | 'hand' | 'thigh' | 'shank' | 'foot', LimbSegment>>;
  readonly pelvis: {
    readonly massKg: number;
    readonly centreFromS1M: readonly [number, number];
    readonly hipFromS1M: readonly [number, number];
    readonly hipHalfSpacingM: number;
  };
  /** Shoulder joint from T1's centre, upright. */
  readonly shoulderFromT1M: readonly [number, number];
  readonly shoulderHalfSpacingM: number;
  /** Middle of the head, for the picture; the mass of head and neck sits lower and is part of T1's. */
  readonly headCentreAboveT1M: number;
  readonly ankleHeightM: number;
  /** Linear size over that of the tables' man. */
  readonly stature: number;
  /** Distance of the centre of the mass above L5–S1 in front of the centre of S1 in neutral standing. */
  readonly neutralBalanceM: number;
}

/** Kyphosis T4–T12 (Cobb) of people without fractures by age: 26.8° at 18–35, 41.9° over 65 (source alignment-kyphosis). */
export const calcNormalKyphosisDeg = (ageYears: number): number =>
  mix(26.8, 41.9, clamp((ageYears - 27) / (72 - 27), 0, 1));

/** Lordosis L1–S1: 49.8°, losing 0.4° a year after 60 (source alignment-lordosis). */
export const calcNormalLordosisDeg = (ageYears: number): number => 49.8 - 0.4 * Math.max(0, ageYears - 60);

/** Women's muscle force per body mass over men's, and loss per year from 45 on (source trunk-strength). */
const WOMEN_STRENGTH = 0.75;
const STRENGTH_LOSS_PER_YEAR = 0.008;

/** Specific tension at an age, Pa: greatest force of a fascicle over its area. */
export const calcMusclePressurePa = (
  { specificTensionNPerCm2 }: ParameterValues,
  { sex, ageYears }: Pick<PatientDescription, 'sex' | 'ageYears'>,
): number =>
  specificTensionNPerCm2 *
  1e4 *
  (sex === 'female' ? WOMEN_STRENGTH : 1) *
  (1 - STRENGTH_LOSS_PER_YEAR * Math.max(0, ageYears - 45));

/** Model of a person from the tables, read by every stage. */
export function createSpineModel(
  patient: PatientDescription,
  overrides: Readonly<Record<string, number>> = {},
): SpineModel {
  const parameters = getParameterValues(overrides);
  const mass = patient.massKg / segmentTable.referenceMassKg;
  const stature = patient.heightCm / segmentTable.referenceStatureCm;
  const vertebrae = createVertebrae(patient, mass, stature);
  const discs = createDiscs(patient, vertebrae);
  return Object.freeze({
    patient,
    discWear: patient.discWear ?? calcUsualDiscWear(patient.ageYears),
    parameters,
    vertebrae,
    discs,
    fascicles: createFascicles(vertebrae, discs, stature, patient.massKg),
    musclePressurePa: calcMusclePressurePa(parameters, patient),
    limbs: {
      upperArm: scaleLimb(segmentTable.limbs.upperArm, mass, stature),
      forearm: scaleLimb(segmentTable.limbs.forearm, mass, stature),
      hand: scaleLimb(segmentTable.limbs.hand, mass, stature),
      thigh: scaleLimb(segmentTable.limbs.thigh, mass, stature),
      shank: scaleLimb(segmentTable.limbs.shank, mass, stature),
      foot: scaleLimb(segmentTable.limbs.foot, mass, stature),
    },
    pelvis: {
      massKg: segmentTable.pelvis.massKg * mass,
      centreFromS1M: scalePair(segmentTable.pelvis.centreFromS1Mm, stature),
      hipFromS1M: scalePair(segmentTable.pelvis.hipFromS1Mm, stature),
      hipHalfSpacingM: metres(segmentTable.pelvis.hipHalfSpacingMm) * stature,
    },
    shoulderFromT1M: scalePair(segmentTable.shoulder.fromT1Mm, stature),
    shoulderHalfSpacingM: metres(segmentTable.shoulder.halfSpacingMm) * stature,
    headCentreAboveT1M: metres(segmentTable.headNeck.headCentreAboveT1Mm) * stature,
    ankleHeightM: metres(segmentTable.ankleHeightMm) * stature,
    stature,
    neutralBalanceM: metres(22.8) * stature, // source thoracolumbar-model
  });
}

function createVertebrae(patient: PatientDescription, mass: number, stature: number): readonly Vertebra[] {
  const scale = calcBoneScale(patient.sex, patient.heightCm);
  const radiusOfGyrationM = metres(segmentTable.trunkInertiaRadiusMm.value) * stature;
  return REFERENCE_VERTEBRAE.map((bone, i) => {
    const slice = segmentTable.trunk[i]!;
    const disc = discTable.discs[i]!;
    const anteriorHeightM = metres(bone.anteriorHeightMm) * scale.y;
    const posteriorHeightM = metres(bone.posteriorHeightMm) * scale.y;
    const heightM = (anteriorHeightM + posteriorHeightM) / 2;
    const depthM = (metres(bone.upperDepthMm + bone.lowerDepthMm) / 2) * scale.x;
    const discHeightM = (metres(disc.anteriorHeightMm + disc.posteriorHeightMm) / 2) * scale.y;
    const sliceCentre: Pair = [
      metres(slice.centreOfMassXMm) * stature,
      metres(slice.centreOfMassYMm) * stature - (heightM + discHeightM) / 2,
    ];
    const sliceKg = slice.massKg * mass;
    const lump: Lump = {
      massKg: sliceKg,
      centreOfMassM: sliceCentre,
      inertiaKgM2: sliceKg * radiusOfGyrationM * radiusOfGyrationM,
    };
    return {
      level: LEVELS[i]!,
      anteriorHeightM,
      posteriorHeightM,
      heightM,
      depthM,
      widthM: (metres(bone.upperWidthMm + bone.lowerWidthMm) / 2) * scale.z,
      wedgeRad: (posteriorHeightM - anteriorHeightM) / depthM,
      ...(i === 0 ? addLumps(lump, createHead(mass, stature)) : lump),
    };
  });
}

type Pair = readonly [number, number];
type Lump = Pick<Vertebra, 'massKg' | 'centreOfMassM' | 'inertiaKgM2'>;

/** Pitch of T1 in neutral standing (source thoracolumbar-model; the head stands upright above it). */
const NEUTRAL_T1_PITCH_RAD = radians(-30);

/** Mass of head and neck, carried by T1: straight above it in neutral standing, in T1's axes. */
function createHead(mass: number, stature: number): Lump {
  const { massKg, centreAboveT1Mm } = segmentTable.headNeck;
  const heightM = metres(centreAboveT1Mm) * stature;
  const radiusM = metres(90) * stature; // radius of gyration (our assumption: a sphere of 20 cm with the neck)
  return {
    massKg: massKg * mass,
    centreOfMassM: [heightM * sin(NEUTRAL_T1_PITCH_RAD), heightM * cos(NEUTRAL_T1_PITCH_RAD)],
    inertiaKgM2: massKg * mass * radiusM * radiusM,
  };
}

/** Combined mass of two that move together. */
function addLumps(a: Lump, b: Lump): Lump {
  const massKg = a.massKg + b.massKg;
  const x = (a.massKg * a.centreOfMassM[0] + b.massKg * b.centreOfMassM[0]) / massKg;
  const y = (a.massKg * a.centreOfMassM[1] + b.massKg * b.centreOfMassM[1]) / massKg;
  const about = (lump: Lump) => {
    const dx = lump.centreOfMassM[0] - x;
    const dy = lump.centreOfMassM[1] - y;
    return lump.inertiaKgM2 + lump.massKg * (dx * dx + dy * dy);
  };
  return { massKg, centreOfMassM: [x, y], inertiaKgM2: about(a) + about(b) };
}

function createDiscs(patient: PatientDescription, vertebrae: readonly Vertebra[]): readonly Disc[] {
  const scale = calcBoneScale(patient.sex, patient.heightCm);
  const angles = calcSegmentFlexionsRad(patient.ageYears, vertebrae);
  return discTable.discs.map((row, i) => {
    const upper = vertebrae[i]!;
    const lower = vertebrae[i + 1];
    const depthM = lower ? (upper.depthM + lower.depthM) / 2 : upper.depthM;
    const widthM = lower ? (upper.widthM + lower.widthM) / 2 : upper.widthM;
    return {
      name: row.disc,
      heightM: (metres(row.anteriorHeightMm + row.posteriorHeightMm) / 2) * scale.y,
      areaM2: END_PLATE_FILL * depthM * widthM,
      // between the end plates = between the bodies less the halves of the bodies' own wedges
      neutralFlexionRad: angles[i]! - (upper.wedgeRad + (lower?.wedgeRad ?? 0)) / 2,
      neutralKyphosisRad: angles[i]!,
      axialStiffnessNPerM: row.axialStiffnessNPerMm * 1000,
      shearStiffnessNPerM: row.shearStiffnessNPerMm * 1000,
      flexionStiffnessNmPerRad: row.flexionStiffnessNmPerDeg / radians(1),
      extensionStiffnessNmPerRad: row.extensionStiffnessNmPerDeg / radians(1),
      flexionLimitRad: radians(row.flexionLimitDeg),
      lateralStiffnessNmPerRad: row.lateralStiffnessNmPerDeg / radians(1),
      torsionStiffnessNmPerRad: row.torsionStiffnessNmPerDeg / radians(1),
      lateralLimitRad: radians(row.lateralLimitDeg),
      torsionLimitRad: radians(row.torsionLimitDeg),
      iliolumbarShare: row.iliolumbarShare ?? 0,
      ligamentArmM:
        depthM / 2 + LIGAMENT_ARM_RATIO * metres(REFERENCE_VERTEBRAE[i]!.spinousLengthMm) * scale.x,
    };
  });
}

/** Area of an end plate over width × depth: between an ellipse (0.785) and a rounded rectangle. */
export const END_PLATE_FILL = 0.82;

/** Position of the posterior ligaments on the spinous process, from the body's back wall (0) to its tip (1) (our assumption). */
const LIGAMENT_ARM_RATIO = 0.6;

/** Index of the disc between T12 and L1, the last one above the lumbar curve. */
const T12_L1 = LEVELS.indexOf('T12');

/** Rotation between neighbouring bodies in neutral standing (+ = kyphosis), rad, scaled so that the two curves follow age. */
function calcSegmentFlexionsRad(ageYears: number, vertebrae: readonly Vertebra[]): readonly number[] {
  const sum = (from: number, to: number) =>
    discTable.discs.slice(from, to).reduce((total, row) => total + radians(row.segmentAngleDeg), 0);
  const t4 = vertebrae[LEVELS.indexOf('T4')]!;
  const t12 = vertebrae[T12_L1]!;
  const l1 = vertebrae[T12_L1 + 1]!;
  const kyphosis =
    (radians(calcNormalKyphosisDeg(ageYears)) - (t4.wedgeRad + t12.wedgeRad) / 2) /
    sum(LEVELS.indexOf('T4'), T12_L1);
  const lordosis =
    (radians(calcNormalLordosisDeg(ageYears)) + l1.wedgeRad / 2) / -sum(T12_L1 + 1, LEVEL_COUNT);
  return discTable.discs.map(
    (row, i) => radians(row.segmentAngleDeg) * (i < T12_L1 ? kyphosis : i === T12_L1 ? 1 : lordosis),
  );
}

const scalePair = (pairMm: readonly number[], scale: number): readonly [number, number] => [
  metres(pairMm[0]!) * scale,
  metres(pairMm[1]!) * scale,
];

const scaleLimb = (
  row: { massKg: number; lengthMm: number; centreMm: number },
  mass: number,
  stature: number,
): LimbSegment => ({
  massKg: row.massKg * mass,
  lengthM: metres(row.lengthMm) * stature,
  centreM: metres(row.centreMm) * stature,
});

import { LEVELS, type Level } from '../../anatomy/levels.ts';
import { calcReopenedShare, isOpen } from '../../treatment/healing.ts';
import { calcMovableMm } from '../patient/healing.ts';
import { getCentralStrengthN, type Person } from '../patient/person.ts';
import type { SpineState } from '../patient/state.ts';
import { measureFindings } from './findings.ts';
import { calcBodyHeights } from './heights.ts';
import { calcPain, type Pain } from './pain.ts';

/** The bone of one body after an event. */
export interface LevelBoneRecord {
  readonly level: Level;
  /** Mean density of its trabecular bone, and thickness of its cortical shell. */
  readonly trabecularDensityMgPerCm3: number;
  readonly shellMm: number;
  /** Strength under a central load, as it is now, by its density and shape alone. */
  readonly centralStrengthN: number;
}

/** How a break that is not old heals. */
export interface HealingRecord {
  readonly level: Level;
  /** Since it broke, or broke again. */
  readonly weeks: number;
  /** Share of the crushed layer that is bone again, 0 … 1. */
  readonly healedShare: number;
  /** Whether it still gapes by more than 1 mm when lying. Cement holds it. */
  readonly open: boolean;
  /** Front height, mm: a break that has not healed opens when it is unloaded. */
  readonly anteriorHeightMm: Readonly<Record<'standing' | 'side' | 'supine', number>>;
}

/** The person after an event, whatever it was. */
export interface AfterEvent {
  /** T1 … L5. */
  readonly bone: readonly LevelBoneRecord[];
  /** Of the lumbar spine, as DXA would see its bone. */
  readonly tScore: number;
  /** One a break, but for those known from long ago. */
  readonly healing: readonly HealingRecord[];
  readonly pain: Pain;
  /** Standing, as in the findings at the end. */
  readonly heightLossMm: number;
  readonly kyphosisDeg: number;
  readonly fractureCount: number;
}

export function describeAfter(person: Person, state: SpineState): AfterEvent {
  const { bone, tScore, qualityFactor } = person.condition;
  const findings = measureFindings(person, state);
  return {
    bone: bone.map(({ densityMgPerCm3, shellMm }, i) => ({
      level: LEVELS[i]!,
      trabecularDensityMgPerCm3: densityMgPerCm3,
      shellMm,
      centralStrengthN: getCentralStrengthN(person, i, state.sections[i]!) / qualityFactor,
    })),
    tScore,
    healing: describeHealing(person, state),
    pain: calcPain(person, state, findings),
    heightLossMm: findings.heightLossMm,
    kyphosisDeg: findings.kyphosisDeg,
    fractureCount: findings.fractureCount,
  };
}

const describeHealing = (person: Person, state: SpineState): HealingRecord[] =>
  state.healing.flatMap((healing, i) => {
    if (!healing) return [];
    const { anteriorMm } = calcBodyHeights(person, state, i);
    const lostMm = calcMovableMm(person, state, i);
    return [
      {
        level: LEVELS[i]!,
        weeks: healing.weeks,
        healedShare: healing.healed,
        open: isOpen(healing, lostMm),
        anteriorHeightMm: {
          standing: anteriorMm,
          side: anteriorMm + calcReopenedShare(healing, 'lie-side') * lostMm,
          supine: anteriorMm + calcReopenedShare(healing, 'lie-supine') * lostMm,
        },
      },
    ];
  });

import table from '../../../../models/pain.json' with { type: 'json' };
import type { ActName } from '../../activity/actTable.ts';
import { LEVELS, type Level, levelIndex } from '../../anatomy/levels.ts';
import { exp } from '../../math/transcendental.ts';
import { degrees, millimetres } from '../../quantity/units.ts';
import { calcMotionMm, type Healing } from '../../treatment/healing.ts';
import { calcHeldLoads, type HeldLoads } from '../acts/actLoads.ts';
import { calcMovableMm } from '../patient/healing.ts';
import type { Person } from '../patient/person.ts';
import { calcStandingPosture } from '../patient/standing.ts';
import type { SpineState } from '../patient/state.ts';
import { calcBodyHeights } from './heights.ts';
import type { Findings } from './records.ts';

export type PainPosture = keyof typeof table.postures;
export const PAIN_POSTURES = Object.keys(table.postures) as PainPosture[];

/** What may hurt: a fresh break, tired muscles, joints and ligaments behind, a nerve in a narrowed foramen, ribs on the pelvis. */
export type PainSource = 'fracture' | 'muscle' | 'joints' | 'nerve' | 'ribs';

/** How much it would hurt people like this in the mean, 0 … 10. What nobody has measured has no figure. */
export interface Pain {
  /** Lying. */
  readonly restNrs: number;
  /** From breaks alone: nobody has measured a curve of the rest. */
  readonly byPosture: Readonly<Record<PainPosture, number>>;
  /** Standard deviation between people. Most breaks are never noticed. */
  readonly spreadNrs: number;
  /** What may hurt in this spine, each for itself: no diagnosis. */
  readonly sources: readonly { readonly source: PainSource; readonly levels: readonly Level[] }[];
}

export function calcPain(person: Person, state: SpineState, findings: Findings): Pain {
  const broken = state.healing.flatMap((healing, i) => (healing ? [{ healing, i }] : []));
  const hold = (posture: PainPosture): HeldLoads | null => {
    const row = table.postures[posture];
    if (!('act' in row)) return null;
    const loads = calcHeldLoads(person, state, { type: 'activity', name: row.act as ActName }, row.atShare);
    return 'code' in loads ? null : loads;
  };
  const standing = hold('standing');
  const byPosture = Object.fromEntries(
    PAIN_POSTURES.map((posture) => {
      const held = broken.length === 0 ? null : posture === 'standing' ? standing : hold(posture);
      const without = broken.reduce((left, { healing, i }) => {
        const load =
          held && standing
            ? held.compressionN[i]! / Math.max(1, standing.compressionN[i]!)
            : table.postures[posture].load;
        return left * (1 - calcBreakNrs(person, state, i, healing, load) / 10);
      }, 1);
      return [posture, 10 * (1 - without)];
    }),
  ) as Record<PainPosture, number>;
  return {
    restNrs: byPosture.lying,
    byPosture,
    spreadNrs: broken.length > 0 ? table.spread : 0,
    sources: [
      { source: 'fracture' as const, levels: broken.map(({ i }) => LEVELS[i]!) },
      ...findOtherSources(person, state, findings, standing),
    ].filter(({ source, levels }) => levels.length > 0 || source === 'muscle' || source === 'ribs'),
  };
}

/** Pain of one break under a load over that of standing, 0 … 10. */
function calcBreakNrs(person: Person, state: SpineState, i: number, healing: Healing, load: number): number {
  const { floor, falls, fadesWeeks, mechanical, mechanicalMm, background } = table;
  const motionMm = calcMotionMm(healing, calcMovableMm(person, state, i));
  const still = 1 - Math.min(1, motionMm / mechanicalMm);
  const natural =
    floor + falls * exp(-healing.weeks / fadesWeeks) - mechanical * (1 - healing.healed) * still;
  return Math.min(10, natural * (background + (1 - background) * Math.sqrt(load)));
}

const L1 = levelIndex('L1');

/** Sources beside fresh breaks: thresholds are our assumptions, and each stands for itself. */
function findOtherSources(
  person: Person,
  state: SpineState,
  findings: Findings,
  standing: HeldLoads | null,
): Pain['sources'] {
  const { muscleActivation, jointExtensionDeg, foramenMm, foramenLostShare, ribsHeightLossMm } =
    table.elsewhere;
  const { flexionRad } = calcStandingPosture(person.model, person.standing, state);
  const grown = person.standing.posture.flexionRad;
  const extended = (i: number): number => degrees(grown[i]! - flexionRad[i]!);
  const closed = (i: number): number => {
    const depthMm = millimetres(person.model.vertebrae[i]!.depthM);
    const tilt = (Math.max(0, grown[i]! - flexionRad[i]!) * depthMm) / 2;
    return calcBodyHeights(person, state, i).posteriorLossMm / 2 + tilt;
  };
  const pick = (from: number, test: (i: number) => boolean): Level[] =>
    LEVELS.filter((_, i) => i >= from && test(i));
  const tired = standing === null || standing.extensorActivation > muscleActivation;
  const low = findings.heightLossMm > ribsHeightLossMm;
  return [
    ...(tired ? [{ source: 'muscle' as const, levels: [] }] : []),
    { source: 'joints', levels: pick(0, (i) => extended(i) > jointExtensionDeg) },
    { source: 'nerve', levels: pick(L1, (i) => closed(i) > foramenLostShare * foramenMm) },
    ...(low ? [{ source: 'ribs' as const, levels: [] }] : []),
  ];
}

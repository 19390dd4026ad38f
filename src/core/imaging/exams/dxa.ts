import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { levelIndex } from '../../anatomy/levels.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import { calcBodyHeights, isFractured } from '../../simulation/results/heights.ts';
import { boneOf } from '../matter/bone.ts';
import type { BoneShape } from '../phantom/arch.ts';
import { createPhantom } from '../phantom/phantom.ts';
import {
  ARCH_LEVELS,
  DXA_LEVELS,
  type DxaImage,
  type DxaLevel,
  type DxaRegion,
  decompose,
  findRegions,
  traceDxa,
} from './dxaScan.ts';
import { calcTScoreOf, calcZScore } from './reference.ts';

/** Why a level is left out (source iscd-2019): a fracture on the lateral image, cement at sight, or too far from its neighbours. */
export type Exclusion = 'fracture' | 'cement' | 'differs';

export interface DxaReading {
  readonly areaCm2: number;
  readonly bmcG: number;
  readonly bmdGPerCm2: number;
  readonly tScore: number;
  readonly zScore: number;
}
export type DxaLevelReading = DxaReading & { readonly excluded: Exclusion | null };

export interface Dxa {
  readonly image: DxaImage;
  /** L1 … L4 on it. */
  readonly regions: readonly DxaRegion[];
  readonly levels: Readonly<Record<DxaLevel, DxaLevelReading>>;
  /** Of the levels that stay; null where fewer than two do. */
  readonly total: (DxaReading & { readonly levels: readonly DxaLevel[] }) | null;
  /** As far as any two readings of one person may differ by chance, g/cm² (source nelson-2010). */
  readonly leastSignificantChangeGPerCm2: number;
}

const LSC_OVER_PRECISION = 2.77;

export function scanDxa(
  person: Person,
  state: SpineState,
  archMgPerCm3: Float64Array,
  shapes: readonly BoneShape[],
): Dxa {
  const phantom = createPhantom(person, state, {
    posture: 'supine',
    lordosisDeg: imaging.posture.dxaLordosisDeg,
    archMgPerCm3,
    shapes,
    cleft: 'gas',
  });
  const rays = traceDxa(phantom);
  const image = decompose(
    rays,
    ARCH_LEVELS.map((level) => boneOf(archMgPerCm3[levelIndex(level)]!, phantom.fat)),
  );
  const regions = findRegions(image, rays);
  const { sex } = person.model.patient;
  const { ageYears } = person.condition;
  const read = (level: DxaLevel | null, areaCm2: number, bmcG: number): DxaReading => {
    const bmdGPerCm2 = bmcG / areaCm2;
    return {
      areaCm2,
      bmcG,
      bmdGPerCm2,
      tScore: calcTScoreOf(sex, level, bmdGPerCm2),
      zScore: calcZScore(sex, level, ageYears, bmdGPerCm2),
    };
  };
  const readings = DXA_LEVELS.map((level, n) => read(level, regions[n]!.areaCm2, regions[n]!.bmcG));
  const artefacts = DXA_LEVELS.map((level): Exclusion | null => {
    const i = levelIndex(level);
    if (state.cementMl[i]! > 0) return 'cement';
    return isFractured(state, i, calcBodyHeights(person, state, i)) ? 'fracture' : null;
  });
  const excluded = findExclusions(
    readings.map(({ tScore }) => tScore),
    artefacts,
  );
  const kept = DXA_LEVELS.filter((_, n) => excluded[n] === null);
  const sum = (pick: (reading: DxaReading) => number) =>
    readings.reduce((total, reading, n) => total + (excluded[n] === null ? pick(reading) : 0), 0);
  return {
    image,
    regions,
    levels: Object.fromEntries(
      DXA_LEVELS.map((level, n) => [level, { ...readings[n]!, excluded: excluded[n]! }]),
    ) as Dxa['levels'],
    total:
      kept.length < 2
        ? null
        : {
            ...read(
              null,
              sum(({ areaCm2 }) => areaCm2),
              sum(({ bmcG }) => bmcG),
            ),
            levels: kept,
          },
    leastSignificantChangeGPerCm2: LSC_OVER_PRECISION * imaging.dxa.precisionGPerCm2,
  };
}

/**
 * Levels to leave out: those whose structure has changed, and those more than 1.0 T above the adjacent levels that stay (all of them where
 * it has two).
 */
export function findExclusions(
  tScores: readonly number[],
  artefacts: readonly (Exclusion | null)[],
): readonly (Exclusion | null)[] {
  return tScores.map((tScore, n) => {
    if (artefacts[n]) return artefacts[n];
    const neighbours = [n - 1, n + 1].filter((m) => m >= 0 && m < tScores.length && !artefacts[m]);
    const differs =
      neighbours.length > 0 && neighbours.every((m) => tScore - tScores[m]! > imaging.dxa.excludeBeyondT);
    return differs ? 'differs' : null;
  });
}

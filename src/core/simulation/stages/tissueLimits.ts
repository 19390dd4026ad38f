import type { SpineModel } from '../../anatomy/spineModel.ts';
import { calcPassiveMoment, passive, SATURATED_PRELOAD_FACTOR } from '../../column/passive.ts';
import type { TissueLimits } from '../../muscle/muscleSystem.ts';
import { radians } from '../../quantity/units.ts';

/** Moments of each disc's tissues (in the chest with the ribs) at the greatest yield of the joint, by the discs' own law, Nm. */
export function calcTissueLimits(model: SpineModel): TissueLimits {
  const yieldRad = radians(model.parameters.postureYieldDeg);
  const list = (calc: (i: number, way: 1 | -1) => number): Float64Array =>
    Float64Array.from(model.discs.flatMap((_, i) => [calc(i, 1), calc(i, -1)]));
  return {
    lateralNm: list((i) => SATURATED_PRELOAD_FACTOR * model.discs[i]!.lateralStiffnessNmPerRad * yieldRad),
    torsionNm: list((i) => SATURATED_PRELOAD_FACTOR * model.discs[i]!.torsionStiffnessNmPerRad * yieldRad),
    extensionNm: list((i, way) => {
      const disc = model.discs[i]!;
      calcPassiveMoment(disc, way * Math.min(yieldRad, disc.flexionLimitRad));
      return Math.abs(passive.momentNm);
    }),
  };
}

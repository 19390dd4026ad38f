import type { Disc } from '../anatomy/spineModel.ts';

/** Forces of one disc's equivalent extensor and flexor, N. */
export interface MusclePair {
  extensorN: number;
  flexorN: number;
}

/**
 * One extensor and one flexor a disc, at the tables' mean moment arms: the flexor keeps its floor (tone, abdominal wall under
 * pressure), the two make the moment exactly. Departure from people: muscles that span several discs are cut at each.
 *
 * @param extensionNm moment the muscles must make together, + = extension
 * @param flexorFloorN least force of the flexor
 */
export function calcMusclePair(disc: Disc, extensionNm: number, flexorFloorN: number, out: MusclePair): void {
  const extensor = (extensionNm + flexorFloorN * disc.flexorArmM) / disc.extensorArmM;
  if (extensor >= 0) {
    out.extensorN = extensor;
    out.flexorN = flexorFloorN;
  } else {
    out.extensorN = 0;
    out.flexorN = -extensionNm / disc.flexorArmM;
  }
}

/** Share of their capacity that the busier of the two uses: above 1 the person cannot do it. */
export function calcEffort(disc: Disc, pair: MusclePair): number {
  return Math.max(
    (pair.extensorN * disc.extensorArmM) / disc.extensorCapacityNm,
    (pair.flexorN * disc.flexorArmM) / disc.flexorCapacityNm,
  );
}

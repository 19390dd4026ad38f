/** Ratios of a patient's bone to the reference adult's, along the bone's own axes (x depth, y height, z width). */
export interface BoneScale {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Stature of the two sexes of which the ratios below are the means, cm. */
const MEAN_STATURE_CM = { female: 162, male: 175 } as const;

/**
 * Scale of the mean woman and the mean man against the reference adult. From the female-to-male ratios of end plates (0.90–0.93) and
 * heights (0.95–0.96) with the reference between the two (source sex-ratio; its specimens were two thirds men).
 */
const SEX_RATIO = {
  female: { endplate: 0.94, height: 0.97 },
  male: { endplate: 1.03, height: 1.015 },
} as const;

/** One scale for the whole column: no better one is known for single levels. */
export function calcBoneScale(sex: 'female' | 'male', heightCm: number): BoneScale {
  const stature = heightCm / MEAN_STATURE_CM[sex];
  const ratio = SEX_RATIO[sex];
  return { x: ratio.endplate * stature, y: ratio.height * stature, z: ratio.endplate * stature };
}

/** Expected wear of a lumbar disc by age where none was assessed, 0 … 1: none at 20, 0.9 at 100. */
export const calcUsualDiscWear = (ageYears: number): number => Math.max(0, (ageYears - 20) / 90);

/** Wear to be expected of a lumbar disc at an age where nobody has looked: none at 20, 0.9 at 100. */
export const calcUsualDiscWear = (ageYears: number): number => Math.max(0, (ageYears - 20) / 90);

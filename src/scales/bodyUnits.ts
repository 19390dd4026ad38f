/** Exact by definition. */
export const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
export const INCHES_PER_FOOT = 12;

export interface FeetInches {
  readonly feet: number;
  readonly inches: number;
}

/** Rounded to a decimal of an inch, so that 12.0 in never stands beside the feet. */
export function toFeetInches(cm: number, decimals = 1): FeetInches {
  const step = 10 ** -decimals;
  const inches = Math.round(cm / CM_PER_INCH / step) * step;
  const feet = Math.floor(inches / INCHES_PER_FOOT + 1e-9);
  return { feet, inches: Number((inches - feet * INCHES_PER_FOOT).toFixed(decimals)) };
}

/** To a tenth of a millimetre: a height that was read as feet and inches is no more exact. */
export const fromFeetInches = ({ feet, inches }: FeetInches): number =>
  round((feet * INCHES_PER_FOOT + inches) * CM_PER_INCH, 2);

export const toPounds = (kg: number, decimals = 1): number => round(kg / KG_PER_POUND, decimals);
/** To ten grams. */
export const fromPounds = (pounds: number): number => round(pounds * KG_PER_POUND, 2);

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

/** Centimetres per inch, exact by definition. */
const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.453_592_37;
const INCHES_PER_FOOT = 12;

export interface FeetInches {
  readonly feet: number;
  readonly inches: number;
}

/** Feet and inches, rounded so that 12.0 in never appears beside the feet. */
export function toFeetInches(cm: number, decimals = 1): FeetInches {
  const step = 10 ** -decimals;
  const inches = Math.round(cm / CM_PER_INCH / step) * step;
  const feet = Math.floor(inches / INCHES_PER_FOOT + 1e-9);
  return { feet, inches: Number((inches - feet * INCHES_PER_FOOT).toFixed(decimals)) };
}

/** Centimetres from feet and inches, to a tenth of a millimetre. */
export const fromFeetInches = ({ feet, inches }: FeetInches): number =>
  round((feet * INCHES_PER_FOOT + inches) * CM_PER_INCH, 2);

export const toPounds = (kg: number, decimals = 1): number => round(kg / KG_PER_POUND, decimals);
/** Kilograms from pounds, to ten grams. */
export const fromPounds = (pounds: number): number => round(pounds * KG_PER_POUND, 2);

const round = (value: number, decimals: number): number => Number(value.toFixed(decimals));

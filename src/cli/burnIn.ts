import type { GreyImage } from './png.ts';

/** Letters of five by seven dots, a row a number, the left dot highest. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  D: [30, 17, 17, 17, 17, 17, 30],
  E: [31, 16, 16, 30, 16, 16, 31],
  G: [14, 17, 16, 23, 17, 17, 14],
  I: [14, 4, 4, 4, 4, 4, 14],
  L: [16, 16, 16, 16, 16, 16, 31],
  M: [17, 27, 21, 21, 17, 17, 17],
  N: [17, 25, 21, 19, 17, 17, 17],
  O: [14, 17, 17, 17, 17, 17, 14],
  S: [15, 16, 16, 14, 1, 1, 30],
  T: [31, 4, 4, 4, 4, 4, 4],
  U: [17, 17, 17, 17, 17, 17, 14],
  Y: [17, 17, 10, 4, 4, 4, 4],
  '.': [0, 0, 0, 0, 0, 12, 12],
  ' ': [0, 0, 0, 0, 0, 0, 0],
};

export const WARNING = 'Simulated image. It diagnoses nobody.';

const WIDE = 6;
const HIGH = 7;
const MARGIN = 3;

/** The picture with the warning in a band below it, so that no bone is covered. */
export function burnIn(image: GreyImage, white: number, black: number): GreyImage {
  const text = WARNING.toUpperCase();
  const size = Math.max(1, Math.floor((image.columns - 2 * MARGIN) / (text.length * WIDE)));
  const band = size * HIGH + 2 * MARGIN;
  const values = new Uint16Array(image.columns * (image.rows + band)).fill(black);
  values.set(image.values);
  [...text].forEach((letter, n) => {
    LETTERS[letter]!.forEach((dots, y) => {
      for (let x = 0; x < WIDE - 1; x++) {
        if (!(dots & (16 >> x))) continue;
        for (let dot = 0; dot < size * size; dot++) {
          const column = MARGIN + (n * WIDE + x) * size + (dot % size);
          const row = image.rows + MARGIN + y * size + Math.floor(dot / size);
          if (column < image.columns) values[row * image.columns + column] = white;
        }
      }
    });
  });
  return { ...image, rows: image.rows + band, values };
}

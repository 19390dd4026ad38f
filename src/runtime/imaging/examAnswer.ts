import type { CtReading } from '../../core/imaging/exams/ct.ts';
import type { ShownImage } from '../../core/imaging/exams/display.ts';
import type { Dxa } from '../../core/imaging/exams/dxa.ts';
import type { ExamRequest } from '../../core/imaging/exams/exam.ts';
import type { Marks } from '../../core/imaging/exams/marks.ts';
import type { FilmReading, FrontalReading } from '../../core/imaging/exams/morphometry.ts';
import type { MriReading } from '../../core/imaging/exams/mri.ts';
import type { ExamName, ImagePosture } from '../../core/imaging/exams/names.ts';
import type { SliceImage } from '../../core/imaging/exams/slice.ts';
import type { BoneShape } from '../../core/imaging/phantom/arch.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';

/** What the page asks for: an examination of the person at a scenario's end. */
export interface ExamQuestion extends Omit<ExamRequest, 'shapes' | 'seed'> {
  readonly scenario: Scenario;
}

/** Image of which the page has its own copy; the values are windowed there. */
export interface PageImage extends Omit<ShownImage, 'values'> {
  readonly values: Float32Array;
}

export type Reading =
  | ({ readonly kind: 'dxa' } & Pick<Dxa, 'levels' | 'total' | 'leastSignificantChangeGPerCm2'>)
  | ({ readonly kind: 'lateral' } & FilmReading)
  | ({ readonly kind: 'frontal' } & FrontalReading)
  | ({ readonly kind: 'ct' } & CtReading)
  | ({ readonly kind: 'mri' } & MriReading);

export interface ExamAnswer {
  readonly exam: ExamName;
  readonly posture: ImagePosture;
  readonly image: PageImage;
  readonly reading: Reading;
  readonly marks: Marks;
  /** Where a slice lies in the world, mm; null for what is no slice. */
  readonly plane: Pick<SliceImage, 'first' | 'right' | 'down' | 'pixelMm'> | null;
  /** Heights of each body as it was grown, mm, front and back, T1 … L5: what losses are measured against. */
  readonly grownMm: readonly (readonly [number, number])[];
}

/** Place of an image on the page; a request replaces an earlier one for the same place. */
export type Pane = 'first' | 'second';

/** Takes examinations, in any thread. */
export interface Examiner {
  /** Gives it the bones, once, before the first request. */
  arm(shapes: readonly BoneShape[]): void | Promise<void>;
  /** Returns the image, or null where a later request replaced it. */
  take(
    pane: Pane,
    question: ExamQuestion,
    onProgress?: (fraction: number) => void,
  ): Promise<ExamAnswer | null>;
  cancel(pane: Pane): void | Promise<void>;
}

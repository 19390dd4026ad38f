import imaging from '../../../../models/imaging.json' with { type: 'json' };
import type { Level } from '../../anatomy/levels.ts';
import { seedOf } from '../../math/random.ts';
import { finish } from '../../simulation/finish.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import type { Scenario } from '../../simulation/scenario.ts';
import type { KVp } from '../matter/basis.ts';
import type { BoneShape } from '../phantom/arch.ts';
import { createPhantom, type Phantom } from '../phantom/phantom.ts';
import { workArchDensity } from './archLaw.ts';
import { type CtReading, readCt, takeAxialCt, takeSagittalCt } from './ct.ts';
import { type Dxa, scanDxa } from './dxa.ts';
import { type Film, type Projection, workFilm } from './film.ts';
import { type FilmReading, type FrontalReading, readFrontalFilm, readLateralFilm } from './morphometry.ts';
import { type MriReading, readMri, SEQUENCES, type Sequence, type SequenceName, takeMri } from './mri.ts';
import { type ExamName, type ImagePosture, USUAL } from './names.ts';
import type { SliceImage } from './slice.ts';

export interface ExamRequest {
  readonly exam: ExamName;
  readonly posture?: ImagePosture | undefined;
  /** Of an axial slice. */
  readonly level?: Level | undefined;
  /** How far a slice lies to her right of the middle, or above the body's middle, mm. */
  readonly offsetMm?: number;
  readonly shapes: readonly BoneShape[];
  /** Seed of what differs between people; also of the noise, where it is asked for. */
  readonly seed?: number;
  readonly noise?: boolean;
  readonly scatter?: boolean;
  readonly grid?: boolean;
  readonly kVp?: KVp;
  /** Times of an MRI other than the usual ones of its name. */
  readonly sequence?: Sequence;
}

export type ExamResult = { readonly posture: ImagePosture } & (
  | { readonly kind: 'dxa'; readonly dxa: Dxa }
  | {
      readonly kind: 'film';
      readonly film: Film;
      readonly reading: FilmReading | FrontalReading;
      readonly phantom: Phantom;
    }
  | {
      readonly kind: 'ct';
      readonly image: SliceImage;
      readonly reading: CtReading;
      readonly phantom: Phantom;
    }
  | {
      readonly kind: 'mri';
      readonly image: SliceImage;
      readonly reading: MriReading;
      readonly phantom: Phantom;
    }
);

/** Seed of a scenario's images: the same on the page and without it. */
export const seedOfScenario = (scenario: Scenario): number =>
  seedOf(JSON.stringify(scenario, (_, value) => (isRecord(value) ? sortKeys(value) : value)));

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sortKeys = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What further examinations of the same person need not compute again. */
export interface ExamCache {
  readonly arches: WeakMap<Person, Float64Array>;
  /** The person as solids, by what else they depend on. */
  readonly phantoms: WeakMap<SpineState, Map<string, Phantom>>;
  readonly ctReadings: WeakMap<Phantom, CtReading>;
  /** By the sequence's times. */
  readonly mriReadings: WeakMap<Phantom, Map<string, MriReading>>;
}
export const createExamCache = (): ExamCache => ({
  arches: new WeakMap(),
  phantoms: new WeakMap(),
  ctReadings: new WeakMap(),
  mriReadings: new WeakMap(),
});

/** Takes an image of the person as she is after her last event, and reads it. */
export const takeExam = (person: Person, state: SpineState, request: ExamRequest): ExamResult =>
  finish(workExam(person, state, request, createExamCache()));

/** Share of the whole that the arches' mineral takes. */
const ARCH_SHARE = 0.35;

/** Takes an image, yielding its progress, 0 … 1, so that the caller can pause or cancel in between. */
export function* workExam(
  person: Person,
  state: SpineState,
  request: ExamRequest,
  cache: ExamCache,
): Generator<number, ExamResult> {
  const { exam, shapes } = request;
  const posture = request.posture ?? USUAL[exam];
  let arch = cache.arches.get(person);
  if (!arch) {
    arch = yield* scaled(workArchDensity(person, shapes), 0, ARCH_SHARE);
    cache.arches.set(person, arch);
  }
  yield ARCH_SHARE;
  if (exam === 'dxa') return { posture, kind: 'dxa', dxa: scanDxa(person, state, arch, shapes) };
  const isMri = exam === 'mri-t1' || exam === 'mri-t2' || exam === 'mri-stir';
  const phantom = findPhantom(person, state, arch, posture, isMri ? 'fluid' : 'gas', request, cache);
  yield ARCH_SHARE;
  if (exam === 'ct-sagittal' || exam === 'ct-axial') return takeCt(phantom, person, state, request, cache);
  if (isMri) return takeMriSlice(phantom, request, cache);
  const projection: Projection = exam === 'film-ap' ? 'ap' : 'lateral';
  const film = yield* scaled(
    workFilm(phantom, {
      projection,
      kVp: request.kVp ?? '85',
      focusMm: imaging.film.sourceMm[exam === 'vfa' ? 'vfa' : 'film'],
      scatter: request.scatter ?? true,
      grid: request.grid ?? true,
      noiseSeed: request.noise ? (request.seed ?? 0) : null,
    }),
    ARCH_SHARE,
    1,
  );
  const reading =
    projection === 'ap' ? readFrontalFilm(phantom, film.view) : readLateralFilm(phantom, film.view, person);
  return { posture, kind: 'film', film, reading, phantom };
}

/** A work whose progress is a part of another's. */
function* scaled<T>(work: Generator<number, T>, from: number, to: number): Generator<number, T> {
  let step = work.next();
  while (!step.done) {
    yield from + (to - from) * step.value;
    step = work.next();
  }
  return step.value;
}

function findPhantom(
  person: Person,
  state: SpineState,
  archMgPerCm3: Float64Array,
  posture: ImagePosture,
  cleft: 'gas' | 'fluid',
  { shapes, seed = 0 }: ExamRequest,
  { phantoms }: ExamCache,
): Phantom {
  const known = phantoms.get(state) ?? new Map<string, Phantom>();
  phantoms.set(state, known);
  const key = `${posture} ${cleft} ${seed}`;
  const phantom =
    known.get(key) ?? createPhantom(person, state, { posture, archMgPerCm3, shapes, cleft, seed });
  known.set(key, phantom);
  return phantom;
}

function takeMriSlice(
  phantom: Phantom,
  { exam, offsetMm = 0, sequence = SEQUENCES[exam.slice('mri-'.length) as SequenceName] }: ExamRequest,
  { mriReadings }: ExamCache,
): ExamResult {
  const image = takeMri(phantom, sequence, offsetMm);
  const known = mriReadings.get(phantom) ?? new Map<string, MriReading>();
  mriReadings.set(phantom, known);
  const key = JSON.stringify(sequence);
  const reading = known.get(key) ?? readMri(phantom, offsetMm === 0 ? image : takeMri(phantom, sequence));
  known.set(key, reading);
  return { posture: 'supine', kind: 'mri', image, reading, phantom };
}

/** A slice anywhere; what is read comes from the one in the middle. */
function takeCt(
  phantom: Phantom,
  person: Person,
  state: SpineState,
  { exam, level = 'L1', offsetMm = 0 }: ExamRequest,
  { ctReadings }: ExamCache,
): ExamResult {
  const isMiddle = exam === 'ct-sagittal' && offsetMm === 0;
  const image =
    exam === 'ct-axial' ? takeAxialCt(phantom, level, offsetMm) : takeSagittalCt(phantom, offsetMm);
  const reading =
    ctReadings.get(phantom) ?? readCt(phantom, isMiddle ? image : takeSagittalCt(phantom), person, state);
  ctReadings.set(phantom, reading);
  return { posture: 'supine', kind: 'ct', image, reading, phantom };
}

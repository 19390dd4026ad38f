import imaging from '../../../../models/imaging.json' with { type: 'json' };
import type { Level } from '../../anatomy/levels.ts';
import type { Person } from '../../simulation/patient/person.ts';
import type { SpineState } from '../../simulation/patient/state.ts';
import type { KVp } from '../matter/basis.ts';
import type { BoneShape } from '../phantom/arch.ts';
import { createPhantom, type Phantom } from '../phantom/phantom.ts';
import type { ImagePosture } from '../phantom/posture.ts';
import { findArchDensity } from './archLaw.ts';
import { type CtReading, readCt, takeAxialCt, takeSagittalCt } from './ct.ts';
import { type Dxa, scanDxa } from './dxa.ts';
import { type Film, type Projection, takeFilm } from './film.ts';
import { type FilmReading, type FrontalReading, readFrontalFilm, readLateralFilm } from './morphometry.ts';
import { type MriReading, readMri, SEQUENCES, type SequenceName, takeMri } from './mri.ts';
import type { SliceImage } from './slice.ts';

export const EXAMS = [
  'dxa',
  'vfa',
  'film-lateral',
  'film-ap',
  'ct-sagittal',
  'ct-axial',
  'mri-t1',
  'mri-t2',
  'mri-stir',
] as const;
export type ExamName = (typeof EXAMS)[number];

/** Posture in which each is taken where none is asked for. */
const USUAL: Readonly<Record<ExamName, ImagePosture>> = {
  dxa: 'supine',
  vfa: 'side',
  'film-lateral': 'standing',
  'film-ap': 'standing',
  'ct-sagittal': 'supine',
  'ct-axial': 'supine',
  'mri-t1': 'supine',
  'mri-t2': 'supine',
  'mri-stir': 'supine',
};

/** Postures that an examination allows: a scanner's table, or the wall. */
export const ALLOWED: Readonly<Record<ExamName, readonly ImagePosture[]>> = {
  dxa: ['supine'],
  vfa: ['side', 'supine'],
  'film-lateral': ['standing', 'sitting', 'side', 'supine'],
  'film-ap': ['standing', 'sitting', 'supine'],
  'ct-sagittal': ['supine'],
  'ct-axial': ['supine'],
  'mri-t1': ['supine'],
  'mri-t2': ['supine'],
  'mri-stir': ['supine'],
};

export interface ExamRequest {
  readonly exam: ExamName;
  readonly posture?: ImagePosture | undefined;
  /** Of an axial slice. */
  readonly level?: Level | undefined;
  readonly shapes: readonly BoneShape[];
  /** Seed of what differs between people; also of the noise, where it is asked for. */
  readonly seed?: number;
  readonly noise?: boolean;
  readonly scatter?: boolean;
  readonly grid?: boolean;
  readonly kVp?: KVp;
}

export type ExamResult = { readonly posture: ImagePosture } & (
  | { readonly kind: 'dxa'; readonly dxa: Dxa }
  | { readonly kind: 'film'; readonly film: Film; readonly reading: FilmReading | FrontalReading }
  | { readonly kind: 'ct'; readonly image: SliceImage; readonly reading: CtReading }
  | { readonly kind: 'mri'; readonly image: SliceImage; readonly reading: MriReading }
);

/** Takes an image of the person as she is after her last event, and reads it. */
export function takeExam(person: Person, state: SpineState, request: ExamRequest): ExamResult {
  const { exam, shapes, seed = 0 } = request;
  const posture = request.posture ?? USUAL[exam];
  const archMgPerCm3 = findArchDensity(person, shapes);
  const phantomWith = (cleft: 'gas' | 'fluid'): Phantom =>
    createPhantom(person, state, { posture, archMgPerCm3, shapes, cleft, seed });
  if (exam === 'dxa') return { posture, kind: 'dxa', dxa: scanDxa(person, state, archMgPerCm3, shapes) };
  if (exam === 'ct-sagittal' || exam === 'ct-axial') {
    const phantom = phantomWith('gas');
    const sagittal = takeSagittalCt(phantom);
    const image = exam === 'ct-axial' ? takeAxialCt(phantom, request.level ?? 'L1') : sagittal;
    return { posture, kind: 'ct', image, reading: readCt(phantom, sagittal, person, state) };
  }
  if (exam === 'mri-t1' || exam === 'mri-t2' || exam === 'mri-stir') {
    const phantom = phantomWith('fluid');
    const image = takeMri(phantom, SEQUENCES[exam.slice('mri-'.length) as SequenceName]);
    return { posture, kind: 'mri', image, reading: readMri(phantom, image) };
  }
  const projection: Projection = exam === 'film-ap' ? 'ap' : 'lateral';
  const phantom = phantomWith('gas');
  const film = takeFilm(phantom, {
    projection,
    kVp: request.kVp ?? '85',
    focusMm: imaging.film.sourceMm[exam === 'vfa' ? 'vfa' : 'film'],
    scatter: request.scatter ?? true,
    grid: request.grid ?? true,
    noiseSeed: request.noise ? seed : null,
  });
  const reading =
    projection === 'ap' ? readFrontalFilm(phantom, film.view) : readLateralFilm(phantom, film.view, person);
  return { posture, kind: 'film', film, reading };
}

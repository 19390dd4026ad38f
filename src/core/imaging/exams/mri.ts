import imaging from '../../../../models/imaging.json' with { type: 'json' };
import { LEVELS } from '../../anatomy/levels.ts';
import { exp } from '../../math/transcendental.ts';
import { BASIS, type Basis } from '../matter/basis.ts';
import type { Phantom } from '../phantom/phantom.ts';
import { cutSagittal, readCore, type SliceImage } from './slice.ts';

const { tissues, sequences, pixelMm, thicknessMm } = imaging.mri;

export type SequenceName = keyof typeof sequences;
/** Repetition, echo and inversion time, ms; without inversion a spin echo. */
export interface Sequence {
  readonly trMs: number;
  readonly teMs: number;
  readonly tiMs?: number;
}
export const SEQUENCES: Readonly<Record<SequenceName, Sequence>> = sequences;

type Tissue = keyof typeof tissues;

/** Signal of a tissue, of the fully relaxed signal of water: spin echo, or inversion recovery by its magnitude. */
export function calcTissueSignal(tissue: Tissue, { trMs, teMs, tiMs }: Sequence): number {
  const { t1Ms, t2Ms, density } = tissues[tissue];
  const recovered =
    tiMs === undefined ? 1 - exp(-trMs / t1Ms) : Math.abs(1 - 2 * exp(-tiMs / t1Ms) + exp(-trMs / t1Ms));
  return density * recovered * exp(-teMs / t2Ms);
}

/** Tissue that stands for each of the basis; what is left out gives no signal. */
const TISSUES: Readonly<Partial<Record<Basis, Tissue>>> = {
  fat: 'fat',
  muscle: 'muscle',
  lung: 'lung',
  disc: 'disc',
  wornDisc: 'wornDisc',
  csf: 'csf',
  cord: 'cord',
  redMarrow: 'marrowWater',
  yellowMarrow: 'fat',
  oedema: 'oedema',
  fluid: 'fluid',
};

/** Signal of each of the basis. */
export const calcBasisSignal = (sequence: Sequence): Float64Array =>
  Float64Array.from(BASIS, (name) => {
    const tissue = TISSUES[name];
    return tissue ? calcTissueSignal(tissue, sequence) : 0;
  });

export const takeMri = (phantom: Phantom, sequence: Sequence, rightMm = 0): SliceImage =>
  cutSagittal(phantom, pixelMm, thicknessMm, calcBasisSignal(sequence), rightMm);

export interface MriReading {
  readonly levels: Readonly<
    Record<string, { readonly marrowSignal: number; readonly oedemaShare: number; readonly fluid: boolean }>
  >;
}

/** Signal of the marrow as the slice shows it, and what lies behind it. */
export const readMri = (phantom: Phantom, image: SliceImage): MriReading => ({
  levels: Object.fromEntries(
    LEVELS.map((level, i) => [
      level,
      {
        marrowSignal: readCore(phantom, image, i),
        oedemaShare: phantom.oedema[i]!,
        fluid: phantom.cleftMm[i]! > 0,
      },
    ]),
  ),
});

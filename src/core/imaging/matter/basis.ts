import table from '../../../../models/imaging.json' with { type: 'json' };
import { exp, ln } from '../../math/transcendental.ts';

/** What everything in an image is mixed of, by volume. */
export const BASIS = [
  'fat',
  'muscle',
  'lung',
  'gas',
  'disc',
  'wornDisc',
  'csf',
  'cord',
  'bone',
  'redMarrow',
  'yellowMarrow',
  'cement',
  'oedema',
  'fluid',
] as const;
export type Basis = (typeof BASIS)[number];
export const BASIS_COUNT = BASIS.length;

/** Index of each. */
export const AT = Object.fromEntries(BASIS.map((name, i) => [name, i])) as Readonly<Record<Basis, number>>;

/** Volume shares of a place, in the order of the basis; they sum to 1. */
export type Shares = Float64Array;

export const mixture = (parts: Readonly<Partial<Record<Basis, number>>>): Shares => {
  const shares = new Float64Array(BASIS_COUNT);
  for (const [name, share] of Object.entries(parts)) shares[AT[name as Basis]] = share;
  return shares;
};

type Tabled = keyof typeof table.attenuation;

/** Table that stands for each; cement is mixed by mass. Oedema and fluid attenuate as water does. */
const TABLED: Readonly<Record<Exclude<Basis, 'cement'>, Tabled>> = {
  fat: 'fat',
  muscle: 'muscle',
  lung: 'lung',
  gas: 'gas',
  disc: 'disc',
  wornDisc: 'disc',
  csf: 'water',
  cord: 'cord',
  bone: 'bone',
  redMarrow: 'redMarrow',
  yellowMarrow: 'yellowMarrow',
  oedema: 'water',
  fluid: 'water',
};

/** Mass attenuation coefficient at an energy, cm²/g: log-log between the tabled energies. */
function calcMassAttenuation(name: Tabled, keV: number): number {
  const { energiesKeV: energies } = table;
  const { muOverRhoCm2PerG: values } = table.attenuation[name];
  if (keV < energies[0]! || keV > energies.at(-1)!) throw new Error(`No coefficients at ${keV} keV.`);
  let i = 0;
  while (i < energies.length - 2 && keV > energies[i + 1]!) i++;
  const t = ln(keV / energies[i]!) / ln(energies[i + 1]! / energies[i]!);
  return exp((1 - t) * ln(values[i]!) + t * ln(values[i + 1]!));
}

/** Linear attenuation coefficient of a tabled material, 1/mm. */
export const calcAttenuationPerMm = (name: Tabled, keV: number): number =>
  (calcMassAttenuation(name, keV) * table.attenuation[name].densityGPerCm3) / 10;

function calcCementPerMm(keV: number): number {
  const barium = table.cementBariumShare;
  const mass =
    barium * calcMassAttenuation('bariumSulphate', keV) + (1 - barium) * calcMassAttenuation('pmma', keV);
  return (mass * table.cementDensityGPerCm3) / 10;
}

/** Linear attenuation coefficients of the basis at an energy, 1/mm. */
export const calcBasisPerMm = (keV: number): Float64Array =>
  Float64Array.from(BASIS, (name) =>
    name === 'cement' ? calcCementPerMm(keV) : calcAttenuationPerMm(TABLED[name], keV),
  );

export type KVp = keyof typeof table.beams;

/** A beam in bins: the share of the detector's signal without a patient, and the basis' coefficients, 1/mm, bin after bin. */
export interface Beam {
  readonly weight: readonly number[];
  readonly perMm: readonly Float64Array[];
}

export const createBeam = (kVp: KVp): Beam => ({
  weight: table.beams[kVp].weight,
  perMm: table.beams[kVp].energyKeV.map(calcBasisPerMm),
});

const present = new Int32Array(BASIS_COUNT);

/** Signal behind lengths of the basis, mm, over the signal without a patient. */
export function calcTransmission({ weight, perMm }: Beam, lengths: Float64Array): number {
  let count = 0;
  for (let i = 0; i < BASIS_COUNT; i++) if (lengths[i]! > 0) present[count++] = i;
  let sum = 0;
  for (let bin = 0; bin < weight.length; bin++) {
    const mu = perMm[bin]!;
    let depth = 0;
    for (let n = 0; n < count; n++) depth += mu[present[n]!]! * lengths[present[n]!]!;
    sum += weight[bin]! * exp(-depth);
  }
  return sum;
}

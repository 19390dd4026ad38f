import { pow } from '../math/transcendental.ts';
import { refreshColumn } from './columnLaw.ts';
import { calcCapacityMPa } from './layerLaw.ts';
import { calcRelievedRatio } from './nucleus.ts';
import { copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { acceptSection, createLoadedSection, ENTRIES, type LoadedSection, UNKNOWNS } from './sectionForce.ts';
import { calcUnloadedPosition, solveSection } from './sectionSolve.ts';

// Creep: bone loaded day after day below its strength keeps a little of the strain of every cycle. Cycles to failure follow
// log N = −10 log(σ/E₀): a million cycles at a strain of 0.4 % (source rapillard-2006), half of its yield strain; at failure
// about 1 % of strain remains. The crush and the plates' set are those of the section's own law: what creeps softens first, then
// becomes denser and comes to rest, and columns that creep pass their load to others.

/** Daily loading: N, N mm (+ = loads the front), and the ratio B/P of its pressure. */
export interface DailyLoad {
  readonly compressionN: number;
  readonly flexionMomentNmm: number;
  readonly deflectionForceRatio?: number;
}

/** Cycles to failure at half the capacity, and the exponent with which stress shortens the life (source rapillard-2006). */
const LIFE_AT_HALF = 1e6;
const POWER = 10;
/** Residual strain at failure in fatigue (our assumption; 0.5–1.3 % are reported). */
const STRAIN_AT_FAILURE = 0.01;
/** Strain at yield, nearly the same at all densities (source kopperdahl-1998): ties the plates' set to the bone's strain. */
const YIELD_STRAIN = 0.008;

/** Fraction of its stress that the fastest column may lose to creep within one step: the height is then accurate to 2 %. */
const RELIEF = 0.03;
/** Creep in one step: stress at fixed ends falls as (1 + y)^(−1/9) with y = 9 k A σ⁹ n; the y at which a step ends. */
const STEP_Y = pow(1 / (1 - RELIEF), POWER - 1) - 1;
const MOST_STEPS = 2000;
/** Movement of the end plates that counts as a collapse and not as creep, as a fraction of the height. */
const COLLAPSE_STRAIN = 0.02;

/** Tenth power of the stress over half the capacity. */
const calcPower = (ratio: number): number => {
  const two = ratio * ratio;
  const four = two * two;
  return four * four * two;
};

/**
 * State of a body after days of the same loading. Stops where the body can no longer bear it: what follows is a fracture, which
 * belongs to the act that causes it.
 *
 * @returns a new state; the position of its end plates follows from `calcUnloadedPosition`
 */
export function applyCreep(
  section: Section,
  before: SectionState,
  dailyLoad: DailyLoad,
  cyclesPerDay: number,
  days: number,
): SectionState {
  const state = copySectionState(before);
  const body = createLoadedSection(section, state);
  body.q.set(calcUnloadedPosition(body));
  const rate = new Float64Array(section.count);
  let cycles = cyclesPerDay * days;
  for (let step = 0; step < MOST_STEPS && cycles > 0; step++) {
    if (!carry(body, dailyLoad, step === 0)) break;
    const plateRate = calcPlateRate(body);
    const fastest = Math.max(fillRates(body, rate), plateRate.perStress);
    if (fastest <= 0) break;
    const last = step === MOST_STEPS - 1;
    const passed = last ? cycles : Math.min(cycles, STEP_Y / fastest);
    creepColumns(body, rate, passed);
    state.plateSetMm += calcRelief(plateRate.perStress, passed) * plateRate.elasticMm;
    cycles -= passed;
  }
  const rested = createLoadedSection(section, state);
  rested.q.set(body.q);
  state.plateDeflectionMm = calcUnloadedPosition(rested)[3]!;
  return state;
}

const load = new Float64Array(UNKNOWNS);
const spring = new Float64Array(ENTRIES);
const start = new Float64Array(UNKNOWNS);
const q = new Float64Array(UNKNOWNS);

/** Moves the end plates to where the body carries the load; false where it cannot, or only after a collapse. */
function carry(body: LoadedSection, daily: DailyLoad, first: boolean): boolean {
  const { section } = body;
  const p = daily.compressionN;
  const wanted = daily.deflectionForceRatio ?? section.deflectionForceRatio;
  load[0] = p;
  load[1] = daily.flexionMomentNmm;
  // the nucleus is relieved as the plates deflect, down to what the annulus bears
  const ratio = calcRelievedRatio(wanted, section.reliefNPerMm, body.q[3]!, p);
  const slack = ratio === calcRelievedRatio(wanted, section.reliefNPerMm, Number.POSITIVE_INFINITY, p);
  load[3] = p * (slack ? ratio : wanted);
  spring[ENTRIES - 1] = slack ? 0 : section.reliefNPerMm;
  q.set(body.q);
  const left = solveSection(body, load, spring, start, q, 1e-6 * (1 + p));
  const moved = Math.abs(q[0]! - body.q[0]!) + Math.abs(q[3]! - body.q[3]!);
  if (left > 1e-3 * (1 + p) || (!first && moved > COLLAPSE_STRAIN * section.heightMm)) return false;
  acceptSection(body, q);
  return true;
}

/** Relative stress loss of each column per cycle, 9 k A σ⁹, into `rates`; returns the greatest. */
function fillRates(body: LoadedSection, rates: Float64Array): number {
  const { section, law, q: at, mirrored } = body;
  const columns = mirrored ? section.rightHalf.length : section.count;
  let fastest = 0;
  for (let n = 0; n < columns; n++) {
    const j = mirrored ? section.rightHalf[n]! : n;
    const u =
      at[0]! + at[1]! * section.xMm[j]! + at[2]! * section.zMm[j]! + at[3]! * section.deflectionShape[j]!;
    const elasticMm = u - law.columnCrushMm[j]!;
    const stress = elasticMm * law.columnStiffness[j]!;
    rates[j] = stress > 0 ? ((POWER - 1) * calcColumnCreep(body, j, stress)) / elasticMm : 0;
    if (rates[j]! > fastest) fastest = rates[j]!;
  }
  return fastest;
}

/** Creep of column j per cycle, mm. */
function calcColumnCreep({ section, state, law }: LoadedSection, j: number, stressMPa: number): number {
  let sum = 0;
  for (let k = 0; k < LAYERS; k++)
    sum += calcLayerCreep(section, state, law.layers, k * section.count + j, stressMPa);
  return sum;
}

function calcLayerCreep(
  section: Section,
  state: SectionState,
  layers: LoadedSection['law']['layers'],
  i: number,
  stressMPa: number,
): number {
  const capacity = calcCapacityMPa(layers, i, state.crushMm[i]! - state.restartMm[i]!);
  const ratio = Math.min(1, stressMPa / capacity);
  return ((section.layerHeightMm * STRAIN_AT_FAILURE) / LIFE_AT_HALF) * calcPower(2 * ratio);
}

/** Fraction of its stress that a column with fixed ends has lost after a number of cycles. */
const calcRelief = (perCycle: number, cycles: number): number => {
  const y = perCycle * cycles;
  return y > 1e-4 ? 1 - pow(1 + y, -1 / (POWER - 1)) : y / (POWER - 1);
};

/** Creep of every column over the cycles, divided among its layers by their own rates. */
function creepColumns(body: LoadedSection, rates: Float64Array, cycles: number): void {
  const { section, state, law, q: at, mirrored } = body;
  const { count, rightHalf, mirrorIndex } = section;
  const columns = mirrored ? rightHalf.length : count;
  for (let n = 0; n < columns; n++) {
    const j = mirrored ? rightHalf[n]! : n;
    if (rates[j]! <= 0) continue;
    const u =
      at[0]! + at[1]! * section.xMm[j]! + at[2]! * section.zMm[j]! + at[3]! * section.deflectionShape[j]!;
    const elasticMm = u - law.columnCrushMm[j]!;
    const stress = elasticMm * law.columnStiffness[j]!;
    const creptMm = calcRelief(rates[j]!, cycles) * elasticMm;
    const whole = calcColumnCreep(body, j, stress);
    for (let k = 0; k < LAYERS; k++) {
      const i = k * count + j;
      const share = calcLayerCreep(section, state, law.layers, i, stress) / whole;
      state.crushMm[i]! += creptMm * share;
      if (mirrored) state.crushMm[k * count + mirrorIndex[j]!] = state.crushMm[i]!;
    }
    refreshColumn(section, state, law, j);
  }
  body.leftIsStale = mirrored;
}

/** Creep of the end plates: relative stress loss per cycle, and elastic deflection, mm. */
function calcPlateRate({ resistance, state, q: at }: LoadedSection): {
  perStress: number;
  elasticMm: number;
} {
  const { stiffnessNPerMm, yieldN, hardeningNPerMm } = resistance;
  const elasticMm = at[3]! - state.plateSetMm;
  if (elasticMm <= 0) return { perStress: 0, elasticMm: 0 };
  const perSet = (hardeningNPerMm * stiffnessNPerMm) / (stiffnessNPerMm - hardeningNPerMm);
  const limitN = yieldN + perSet * state.plateSetMm;
  const yieldMm = limitN / stiffnessNPerMm;
  const ratio = Math.min(1, (stiffnessNPerMm * elasticMm) / limitN);
  const creepMm = (yieldMm * (STRAIN_AT_FAILURE / YIELD_STRAIN) * calcPower(2 * ratio)) / LIFE_AT_HALF;
  return { perStress: ((POWER - 1) * creepMm) / elasticMm, elasticMm };
}

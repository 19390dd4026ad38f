import { calcElasticLimit } from './elasticLimit.ts';
import { copySectionState, LAYERS, type Section, type SectionState } from './section.ts';
import { acceptSection, createLoadedSection, ENTRIES, type LoadedSection, UNKNOWNS } from './sectionForce.ts';
import { calcUnloadedPosition, solveSection } from './sectionSolve.ts';

export { calcElasticLimit, type ElasticLimit } from './elasticLimit.ts';

/** Shortening between two steps along the path to the peak, as a fraction of the body's height. */
const STEP_STRAIN = 0.001;
/** The search ends when the force has fallen by this fraction of its peak in a first collapse … */
const FALL_FRACTION = 0.01;
/** … or when the body has shortened by this fraction of its height past first yield: a body that packs has no earlier peak. */
export const LONGEST_STRAIN = 0.03;

/** Stiffness of the press over that of the body's columns: it controls displacement, not force. */
const PRESS_STIFFNESS_RATIO = 100;

/**
 * Strength of a section: the greatest compression it bears when slowly pressed by a force at a constant eccentricity. A body
 * that has crushed before may yield a little and then bear more: the whole path counts.
 *
 * @param eccentricityMm of the force, + = towards the front
 * @param deflectionForceRatio B/P of its pressure, which a press keeps as the plates deflect
 * @returns N
 */
export function calcStrengthN(
  section: Section,
  state: SectionState,
  eccentricityMm: number,
  deflectionForceRatio = section.deflectionForceRatio,
): number {
  const body = createLoadedSection(section, copySectionState(state));
  const unloaded = calcUnloadedPosition(body);
  const limit = calcElasticLimit(body, unloaded, eccentricityMm, deflectionForceRatio);
  const pressNPerMm = PRESS_STIFFNESS_RATIO * calcColumnStiffness(section);
  body.q.set(limit.q);
  const whole = state.crushMm.every((crush) => crush === 0);
  const step = STEP_STRAIN * section.heightMm;
  const steps = Math.ceil(LONGEST_STRAIN / STEP_STRAIN);
  let peak = limit.loadN;
  let force = limit.loadN;
  for (let n = 0; n < steps; n++) {
    force = press(body, eccentricityMm, deflectionForceRatio, force, step, pressNPerMm);
    if (force > peak) peak = force;
    else if (whole && force < (1 - FALL_FRACTION) * peak) break;
  }
  return peak;
}

const direction = new Float64Array(UNKNOWNS);
const offered = new Float64Array(UNKNOWNS);
const spring = new Float64Array(ENTRIES);
const next = new Float64Array(UNKNOWNS);

/**
 * One step of a stiff press: the point through which the force passes moves by `stepMm`, averaged with the pressure's
 * distribution. At the limit point of the force, where a step of force has no solution, a step of displacement still does.
 *
 * @param forceN force of the press before the step
 * @returns force after it, N
 */
export function press(
  body: LoadedSection,
  eccentricityMm: number,
  deflectionForceRatio: number,
  forceN: number,
  stepMm: number,
  pressNPerMm = PRESS_STIFFNESS_RATIO * calcColumnStiffness(body.section),
): number {
  const { q, force } = body;
  direction[0] = 1;
  direction[1] = eccentricityMm;
  direction[2] = 0;
  direction[3] = deflectionForceRatio;
  for (let a = 0, entry = 0; a < UNKNOWNS; a++) {
    offered[a] = (forceN + pressNPerMm * stepMm) * direction[a]!;
    for (let b = a; b < UNKNOWNS; b++, entry++) spring[entry] = pressNPerMm * direction[a]! * direction[b]!;
  }
  next.set(q);
  solveSection(body, offered, spring, q, next, 1e-4 * (1 + forceN));
  acceptSection(body, next);
  return force[0]!;
}

/** Stiffness of the intact columns side by side, N/mm. */
function calcColumnStiffness({ count, areaMm2, modulusMPa, layerHeightMm }: Section): number {
  let sum = 0;
  for (let j = 0; j < count; j++) {
    let compliance = 0;
    for (let k = 0; k < LAYERS; k++) compliance += layerHeightMm / modulusMPa[k * count + j]!;
    sum += areaMm2[j]! / compliance;
  }
  return sum;
}

import { calcElasticLimit } from './elasticLimit.ts';
import { calcLostVolumeMl } from './raise.ts';
import { copySectionState, type Section, type SectionState } from './section.ts';
import { createLoadedSection } from './sectionForce.ts';
import { calcUnloadedPosition } from './sectionSolve.ts';
import { press } from './strength.ts';

/** Force on a section, N, and its mean shortening between the end plates since it was without load, mm. */
export interface SectionPoint {
  readonly forceN: number;
  readonly meanMm: number;
}

/** Shortening between two points, as fractions of the height: even where the first peak is, as the strength's, then growing. */
const STEP_STRAIN = 0.001;
const EVEN = 0.035;
const LONGEST_STEP = 0.01;
const GROWTH = 1.2;

/**
 * Curve of a section in the press that measures its strength: nothing, the end of its elastic range, and on until it has shortened
 * by a fraction of its height.
 *
 * @param eccentricityMm of the force, + = towards the front
 */
export function calcSectionCurve(
  section: Section,
  state: SectionState,
  eccentricityMm: number,
  fraction: number,
): readonly SectionPoint[] {
  const body = createLoadedSection(section, copySectionState(state));
  const unloaded = calcUnloadedPosition(body);
  let areaMm2 = 0;
  for (let j = 0; j < section.count; j++) areaMm2 += section.areaMm2[j]!;
  const calcMeanMm = (q: Float64Array): number => (1000 * calcLostVolumeMl(section, q)) / areaMm2;
  const startMm = calcMeanMm(unloaded);
  const { deflectionForceRatio } = section;
  const limit = calcElasticLimit(body, unloaded, eccentricityMm, deflectionForceRatio);
  body.q.set(limit.q);
  let forceN = limit.loadN;
  let meanMm = calcMeanMm(body.q) - startMm;
  const curve = [
    { forceN: 0, meanMm: 0 },
    { forceN, meanMm },
  ];
  const endMm = fraction * section.heightMm;
  let step = STEP_STRAIN;
  while (meanMm < endMm) {
    forceN = press(body, eccentricityMm, deflectionForceRatio, forceN, step * section.heightMm);
    const next = calcMeanMm(body.q) - startMm;
    // a body that no longer shortens under the press is packed
    if (!(next > meanMm)) break;
    meanMm = next;
    curve.push({ forceN, meanMm });
    if (meanMm > EVEN * section.heightMm) step = Math.min(LONGEST_STEP, step * GROWTH);
  }
  return curve;
}

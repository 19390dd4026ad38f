import { beforeAll, describe, expect, it } from 'vitest';
import { calcBoneScale } from '../../src/core/anatomy/boneScale.ts';
import { LEVELS, type Level, levelIndex } from '../../src/core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../../src/core/anatomy/vertebrae.ts';
import { calcPreloadFactor, SATURATED_PRELOAD_FACTOR } from '../../src/core/column/passive.ts';
import { createPerson } from '../../src/core/simulation/person.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import { runActivity } from '../../src/core/simulation/runActivity.ts';
import type { ActivityEvent } from '../../src/core/simulation/scenario.ts';
import { createSpineState } from '../../src/core/simulation/state.ts';
import type { SectionSnapshot, Trace } from '../../src/core/simulation/trace.ts';
import {
  BEND,
  between,
  FOUR_ACTS,
  greatestLoadOverStrength,
  LIFT,
  run,
  STAND,
  scenario,
  WOMAN,
} from './support.ts';

/** All bytes of a trace's arrays, and everything else of it as text. */
function fingerprint({ trace, results }: Run): string {
  const arrays: string[] = [];
  const text = JSON.stringify([results, trace], (_, value) => {
    if (!ArrayBuffer.isView(value)) return value;
    arrays.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64'));
    return '';
  });
  return [text, ...arrays].join('\n');
}

describe('the four acts', () => {
  let healthy: Run;
  let brittle: Run;
  beforeAll(() => {
    healthy = run(scenario(0, FOUR_ACTS));
    brittle = run(scenario(-3.5, FOUR_ACTS));
  });

  it('break nothing at T = 0', () => {
    expect(healthy.results.events.map((event) => event.feasible)).toEqual([true, true, true, true]);
    for (const event of healthy.results.events) expect(event.fractures).toEqual([]);
    const { findings } = healthy.results;
    expect(findings.fractureCount).toBe(0);
    expect(findings.levels.every((level) => level.genantGrade === 0)).toBe(true);
    // not even a millimetre is lost
    expect(findings.heightLossMm).toBeLessThan(1);
  });

  it('ask more and more of the bones: stand, cough, bend, lift', () => {
    const asked = healthy.results.events.map(greatestLoadOverStrength);
    for (let n = 1; n < asked.length; n++) expect(asked[n]).toBeGreaterThan(asked[n - 1]!);
    expect(asked[0]).toBeGreaterThan(0.05);
    expect(asked[3]).toBeLessThan(1);
  });

  it('break the front of a weak body at T = −3.5', () => {
    // the issue's own condition: at least one of T7–L2, anterior loss over posterior, Genant ≥ 1
    const weak: readonly Level[] = between('T7', 'L2');
    const wedges = brittle.results.events
      .flatMap((event) => event.fractures)
      .filter(({ level, shape }) => weak.includes(level) && shape === 'wedge');
    expect(wedges.length).toBeGreaterThanOrEqual(1);
    for (const wedge of wedges) {
      expect(wedge.anteriorHeightLossPercent).toBeGreaterThan(wedge.posteriorHeightLossPercent);
      expect(wedge.wedgeDeg).toBeGreaterThan(0);
      const found = brittle.results.findings.levels[levelIndex(wedge.level)]!;
      expect(found.genantGrade).toBeGreaterThanOrEqual(1);
    }
    const before = run(scenario(-3.5, [STAND])).results.findings;
    expect(brittle.results.findings.kyphosisDeg).toBeGreaterThan(before.kyphosisDeg);
    expect(brittle.results.findings.heightLossMm).toBeGreaterThan(before.heightLossMm);
  });

  it('report what fractures what: load over strength, times, progression', () => {
    const seen = new Set<Level>();
    for (const event of brittle.results.events)
      for (const fracture of event.fractures) {
        // the model has no other cause: what broke was loaded beyond its first yield
        expect(event.levels[levelIndex(fracture.level)]!.loadOverStrength).toBeGreaterThan(0.9);
        expect(fracture.timeS).toBeGreaterThan(0);
        expect(fracture.progression).toBe(seen.has(fracture.level));
        seen.add(fracture.level);
      }
    expect(brittle.results.findings.fractureCount).toBe(seen.size);
    for (const level of healthy.results.events.flatMap((event) => event.levels)) {
      expect(level.loadOverStrength).toBeCloseTo(level.peakCompressionN / level.strengthN, 12);
      expect(level.centralStrengthN).toBeGreaterThan(0);
    }
  });

  it('compress the lower spine as measured in people', () => {
    // Wilke 1999: 0.5 MPa standing in L4–L5, 1.1 bending, 2.3 lifting 20 kg with a round back (of a healthy disc). A factor
    // of two either way for other people and a worn disc; the published rows proper are tested elsewhere
    const [stand, , bend, lift] = healthy.results.events.map((event) => event.discPressureMPa['L4-L5']!);
    expect(stand).toBeGreaterThan(0.2);
    expect(stand).toBeLessThan(1);
    expect(bend! / stand!).toBeGreaterThan(1.4);
    expect(bend! / stand!).toBeLessThan(5);
    expect(lift).toBeGreaterThan(bend!);
  });
});

describe('replay', () => {
  const events = [BEND, LIFT, { type: 'cement', level: 'T12' }, STAND];

  it('gives the same bytes, with a cache and without', () => {
    const first = fingerprint(run(scenario(-3.5, events)));
    expect(fingerprint(run(scenario(-3.5, events)))).toBe(first);
    // event after event through one cache, as the page does; then one undone and done again
    const cache = createRunCache();
    for (let n = 0; n <= events.length; n++) run(scenario(-3.5, events.slice(0, n)), cache);
    run(scenario(-3.5, events.slice(0, 2)), cache);
    expect(fingerprint(run(scenario(-3.5, events), cache))).toBe(first);
    // and again, from the cache alone
    expect(fingerprint(run(scenario(-3.5, events), cache))).toBe(first);
  });

  it('does not let one patient into another', () => {
    const cache = createRunCache();
    const alone = fingerprint(run(scenario(-3.2, [LIFT])));
    run(scenario(-3.5, [LIFT]), cache);
    expect(fingerprint(run(scenario(-3.2, [LIFT]), cache))).toBe(alone);
  });

  it('computes only what is new, and says how far it is', () => {
    const cache = createRunCache();
    run(scenario(0, [STAND, STAND, STAND]), cache);
    const count = (work: Generator<number, Run>) => {
      const progress = [...work];
      for (let n = 1; n < progress.length; n++) expect(progress[n]!).toBeGreaterThanOrEqual(progress[n - 1]!);
      expect(Math.min(...progress)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...progress)).toBeLessThanOrEqual(1);
      return progress.length;
    };
    const more = count(runScenario(scenario(0, [STAND, STAND, STAND, STAND]), cache));
    expect(more).toBeLessThan(1.5 * count(runScenario(scenario(0, [STAND]))));
  });
});

describe('the step', () => {
  it('may be halved and no peak load changes by 1 %', () => {
    // MECHANICS.md's own figure, over every level of the four acts, nothing breaking
    const person = createPerson({ ...WOMAN, tScore: 0 });
    const state = createSpineState(person.sections);
    let worst = 0;
    for (const event of scenario(0, FOUR_ACTS).events as ActivityEvent[]) {
      const peaks = [4, 8].map((steps) =>
        finish(runActivity(person, state, event, 0, steps)).result.levels.map(
          (level) => level.peakCompressionN,
        ),
      );
      peaks[0]!.forEach((peak, i) => {
        worst = Math.max(worst, Math.abs(peak / peaks[1]![i]! - 1));
      });
    }
    expect(worst).toBeLessThan(0.01);
  });

  it('may be halved again and again, and a wedge settles', () => {
    // a collapse is followed by implicit Euler, of first order in the step, and the reflex falls on a step: each halving must
    // change the deepest wedge less than the one before it did
    const person = createPerson({ ...WOMAN, tScore: -3 });
    const [event] = scenario(-3, [LIFT]).events as ActivityEvent[];
    const [coarse, fine, finest] = [4, 8, 16].map((steps) => {
      const { state } = finish(runActivity(person, createSpineState(person.sections), event!, 0, steps));
      return Math.max(
        ...LEVELS.map((_, i) => {
          const { depthM, anteriorHeightM } = person.model.vertebrae[i]!;
          return (100 * (state.shorteningM[i]! + (depthM / 2) * state.wedgeRad[i]!)) / anteriorHeightM;
        }),
      );
    });
    expect(coarse).toBeGreaterThan(5);
    expect(Math.abs(finest! - fine!)).toBeLessThan(Math.abs(fine! - coarse!));
  });
});

describe('overload', () => {
  const LOADS = [0, 4, 8, 12, 16];
  const T_SCORES = [-2, -2.5, -3];
  /** Greatest anterior loss, %, by T-score and load. */
  let losses: number[][];
  let loads: number[][];
  beforeAll(() => {
    const runs = T_SCORES.map((tScore) =>
      LOADS.map((loadKg) => run(scenario(tScore, [{ ...LIFT, loadKg }])).results),
    );
    losses = runs.map((row) =>
      row.map(({ findings }) => Math.max(...findings.levels.map((level) => level.anteriorHeightLossPercent))),
    );
    loads = runs.map((row) => row.map(({ events }) => greatestLoadOverStrength(events[0]!)));
  });

  it('costs no less the heavier the load and the weaker the bone', () => {
    // the reflex lets go a step earlier or later, which may turn a percentage point
    for (let t = 0; t < T_SCORES.length; t++)
      for (let n = 0; n < LOADS.length; n++) {
        if (n > 0) expect(losses[t]![n]).toBeGreaterThan(losses[t]![n - 1]! - 1);
        if (t > 0) expect(losses[t]![n]).toBeGreaterThan(losses[t - 1]![n]! - 1);
      }
  });

  it('is graded by how far the load passed the strength, never all or nothing', () => {
    // at one of the T-scores the losses step through the range: at least three of them, apart, between 5 and 45 %
    const graded = losses.map((row) => row.filter((loss) => loss > 5 && loss < 45));
    expect(Math.max(...graded.map((row) => row.length))).toBeGreaterThanOrEqual(3);
    // 5–40 % over the strength costs 10–40 % of the front, as in people (10–35 % in the design), and below it nothing to see
    for (let t = 0; t < T_SCORES.length; t++)
      for (let n = 0; n < LOADS.length; n++) {
        const over = loads[t]![n]!;
        const loss = losses[t]![n]!;
        if (over < 0.9) expect(loss).toBeLessThan(2);
        if (over > 1.1 && over < 1.25) {
          expect(loss, `load over strength ${over}`).toBeGreaterThan(10);
          expect(loss, `load over strength ${over}`).toBeLessThan(45);
        }
      }
  });
});

describe('cement', () => {
  it('is placed as asked and makes the body stronger from then on', () => {
    const { results } = run(
      scenario(-3.5, [LIFT, STAND, { type: 'cement', level: 'T12', volumeMl: 4 }, STAND]),
    );
    const [, before, cement, after] = results.events;
    expect(cement).toMatchObject({ type: 'cement', name: 'vertebroplasty', feasible: true, levels: [] });
    const i = levelIndex('T12');
    expect(after!.levels[i]!.centralStrengthN).toBeGreaterThan(before!.levels[i]!.centralStrengthN);
    expect(after!.levels[i]!.strengthN).toBeGreaterThan(before!.levels[i]!.strengthN);
    // its neighbours' bone is what it was
    for (const other of [i - 1, i + 1])
      expect(after!.levels[other]!.centralStrengthN).toBe(before!.levels[other]!.centralStrengthN);
    expect(results.findings.levels.map((level) => level.cementMl)).toEqual(
      LEVELS.map((level) => (level === 'T12' ? 4 : 0)),
    );
  });

  it('does not straighten what is crushed', () => {
    const crushed = run(scenario(-3.5, [LIFT])).results.findings;
    const filled = run(scenario(-3.5, [LIFT, { type: 'cement', level: 'T12' }])).results.findings;
    expect(filled.kyphosisDeg).toBe(crushed.kyphosisDeg);
    expect(filled.heightLossMm).toBe(crushed.heightLossMm);
  });

  it('holds no more than there is room for', () => {
    const { results } = run(
      scenario(-2, [
        { type: 'cement', level: 'T4', volumeMl: 12 },
        { type: 'cement', level: 'T4', volumeMl: 12 },
      ]),
    );
    const { cementMl } = results.findings.levels[levelIndex('T4')]!;
    // T4 of a small woman: 0.82 × 23 × 24 × 15 mm³ of which a tenth is bone
    expect(cementMl).toBeGreaterThan(3);
    expect(cementMl).toBeLessThan(8);
  });
});

describe('findings', () => {
  type Point = readonly [number, number];
  const events = [BEND, LIFT, STAND];
  let standing: Run;
  let intact: Run;
  beforeAll(() => {
    standing = run(scenario(-3.5, events));
    intact = run(scenario(-3.5, [STAND]));
  });

  /** Corners of a body in the last frame: reference bone, scaled, pressed by the newest snapshot, placed by the trace. */
  function calcCorners(trace: Trace, level: Level) {
    const i = levelIndex(level);
    const bone = REFERENCE_VERTEBRAE[i]!;
    const scale = calcBoneScale(WOMAN.sex, WOMAN.heightCm);
    const depth = ((bone.upperDepthMm + bone.lowerDepthMm) / 2) * scale.x;
    const snapshot = trace.sections.filter((section) => section.level === level).at(-1) as SectionSnapshot;
    const lost = (x: number) => snapshot.shorteningMm + snapshot.wedgeRad * x;
    // the heights of front and back, half of each above and below the middle
    const front = (bone.anteriorHeightMm * scale.y - lost(depth / 2)) / 2;
    const back = (bone.posteriorHeightMm * scale.y - lost(-depth / 2)) / 2;
    const bones = LEVELS.length + 1;
    const frame = trace.frameCount - 1;
    const at = (frame * bones + i) * 3;
    const q = (frame * bones + i) * 4;
    const angle = 2 * Math.atan2(trace.orientations[q + 2]!, trace.orientations[q + 3]!);
    const put = (x: number, y: number): Point => [
      1000 * trace.positionsM[at]! + x * Math.cos(angle) - y * Math.sin(angle),
      1000 * trace.positionsM[at + 1]! + x * Math.sin(angle) + y * Math.cos(angle),
    ];
    return {
      upper: [put(-depth / 2, back), put(depth / 2, front)] as const,
      lower: [put(-depth / 2, -back), put(depth / 2, -front)] as const,
    };
  }
  const slopeDeg = ([from, to]: readonly [Point, Point]) =>
    (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);

  /** Cobb angles and the top of the column, as a ruler on the last frame finds them. */
  function measure(trace: Trace) {
    const sacrum = ((trace.frameCount - 1) * 18 + 17) * 4;
    const s1 =
      (2 * Math.atan2(trace.orientations[sacrum + 2]!, trace.orientations[sacrum + 3]!) * 180) / Math.PI;
    const t1 = calcCorners(trace, 'T1').upper;
    const s1Y = 1000 * trace.positionsM[((trace.frameCount - 1) * 18 + 17) * 3 + 1]!;
    return {
      kyphosisDeg: slopeDeg(calcCorners(trace, 'T12').lower) - slopeDeg(calcCorners(trace, 'T4').upper),
      lordosisDeg: slopeDeg(calcCorners(trace, 'L1').upper) - s1,
      topMm: (t1[0][1] + t1[1][1]) / 2 - s1Y,
    };
  }

  it('are what a protractor on the corners of the end plates gives', () => {
    for (const { trace, results } of [intact, standing]) {
      const measured = measure(trace);
      // bones in the trace are held by muscles and springs, findings stand in the wanted posture; a wedge is a slope and not
      // an arc tangent; 1°
      expect(Math.abs(measured.kyphosisDeg - results.findings.kyphosisDeg)).toBeLessThan(1);
      expect(Math.abs(measured.lordosisDeg - results.findings.lordosisDeg)).toBeLessThan(1);
    }
    expect(standing.results.findings.kyphosisDeg - intact.results.findings.kyphosisDeg).toBeGreaterThan(3);
  });

  it('lose the height that the top of the column has come down', () => {
    // findings are of the posture wanted; in the trace the discs of the leaning column carry more and give by force over
    // stiffness, worked out here from the reported loads; what is left (shear, feedback, the arch's share) stays within 10 %
    const { discs } = createPerson({ ...WOMAN, tScore: -3.5 }).model;
    const calcSqueezeMm = ({ results }: Run) =>
      results.events.at(-1)!.levels.reduce((sum, { peakCompressionN }, i) => {
        const share = calcPreloadFactor(peakCompressionN) / SATURATED_PRELOAD_FACTOR;
        return sum + (1000 * peakCompressionN) / (discs[i]!.axialStiffnessNPerM * share);
      }, 0);
    const lost = measure(intact.trace).topMm - measure(standing.trace).topMm;
    const squeezed = calcSqueezeMm(standing) - calcSqueezeMm(intact);
    expect(lost).toBeGreaterThan(3);
    const { heightLossMm } = standing.results.findings;
    expect(Math.abs(lost - squeezed - heightLossMm)).toBeLessThan(0.1 * heightLossMm);
  });

  it('give the heights between the corners', () => {
    for (const level of standing.results.findings.levels) {
      const { upper, lower } = calcCorners(standing.trace, level.level);
      expect(distance(upper[1], lower[1])).toBeCloseTo(level.anteriorHeightMm, 1);
      expect(distance(upper[0], lower[0])).toBeCloseTo(level.posteriorHeightMm, 1);
    }
  });

  it('in the trace end as the results say', () => {
    const broken = run(scenario(-3.5, [BEND, LIFT]));
    expect(broken.trace.findings.at(-1)!.findings).toEqual(broken.results.findings);
    expect(broken.trace.findings[0]!.timeS).toBe(0);
    for (const list of [broken.trace.findings, broken.trace.sections])
      for (let n = 1; n < list.length; n++) expect(list[n]!.timeS).toBeGreaterThanOrEqual(list[n - 1]!.timeS);
    // the figures of an age without fractures are the age law's
    const { findings } = run(scenario(0, [STAND])).results;
    expect(findings.kyphosisDeg).toBeCloseTo(41.9, 6);
    expect(findings.lordosisDeg).toBeCloseTo(45, 6);
    expect(findings.heightLossMm).toBeCloseTo(0, 6);
  });

  it('do not change while a person is only shown: at the start, and after cement', () => {
    // at T = −6 even standing crushes; a start or a treatment must not, or picture and figures would part
    for (const events of [[], [{ type: 'cement', level: 'T12', volumeMl: 2 }]] as const) {
      const { trace, results } = run(scenario(-6, [...events]));
      expect(trace.fractures).toEqual([]);
      expect(trace.findings.at(-1)!.findings).toEqual(results.findings);
      expect(results.findings.heightLossMm).toBe(0);
    }
  });

  it('know the fractures that were there before', () => {
    const { results } = run(
      scenario(-1, [STAND], {
        knownFractures: [
          { level: 'T8', shape: 'wedge', genantGrade: 1 },
          { level: 'L2', shape: 'crush', genantGrade: 3 },
        ],
      }),
    );
    expect(results.findings.fractureCount).toBe(2);
    expect(results.findings.levels[levelIndex('T8')]!.genantGrade).toBe(1);
    expect(results.findings.levels[levelIndex('L2')]!.genantGrade).toBe(3);
    expect(results.events[0]!.fractures).toEqual([]);
    expect(results.findings.heightLossMm).toBeGreaterThan(5);
    expect(results.findings.kyphosisDeg).toBeGreaterThan(41.9);
  });
});

describe('the ends of what people are', () => {
  it.each([
    [{ ageYears: 20, sex: 'male', heightCm: 210, massKg: 150 }, 4],
    [{ ageYears: 100, sex: 'female', heightCm: 130, massKg: 40, discWear: 1 }, -6],
    [{ ageYears: 100, sex: 'male', heightCm: 130, massKg: 150, discWear: 0 }, -6],
    [{ ageYears: 20, sex: 'female', heightCm: 210, massKg: 40, discWear: 0 }, 0],
  ] as const)('are computed: %o at T = %i', (patient, tScore) => {
    const { results, trace } = run(scenario(tScore, [STAND, BEND, LIFT], patient));
    // every figure is a number, and no body has turned inside out
    const text = JSON.stringify(results, (_, value) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'BAD' : value,
    );
    expect(text).not.toContain('BAD');
    for (const level of results.findings.levels) {
      expect(level.anteriorHeightMm).toBeGreaterThan(1);
      expect(level.posteriorHeightMm).toBeGreaterThan(1);
    }
    expect(trace.positionsM.every(Number.isFinite)).toBe(true);
    expect(trace.orientations.every(Number.isFinite)).toBe(true);
    expect(trace.loadOverStrength.every(Number.isFinite)).toBe(true);
  });
});

import { Matrix4, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { findFocus } from '../../src/runtime/session/focus.ts';
import { calcPeaks, getFindings } from '../../src/runtime/session/moment.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { calcContext, calcOpening, findBreakCourse } from '../../src/scene/moment/breakCourse.ts';
import {
  calcOutline,
  calcPlateM,
  findSection,
  writeRegistration,
} from '../../src/scene/moment/sagittalOutline.ts';
import { LIFT, run, scenario } from '../core/support.ts';

const asShown = (...args: Parameters<typeof scenario>) => {
  const computed = run(scenario(...args));
  return { scenario: scenario(...args), run: computed, peaks: calcPeaks(computed) };
};
const breaking = asShown(-4, [LIFT]);
const { trace, results } = breaking.run;
const course = findBreakCourse(breaking)!;

describe('the loupe', () => {
  it('looks at the level that the results name, and at none where nothing breaks', () => {
    const event = results.events[0]!;
    const named = event.type === 'activity' && event.feasible ? event.fractures[0]!.level : null;
    expect(course.level).toBe(levelIndex(named!));
    expect(course.level).toBe(findFocus(breaking));
    expect(findBreakCourse(asShown(0, [LIFT]))).toBeNull();
  });
  it('is open before the limit is passed, and stays open', () => {
    expect(calcOpening(course, 0)).toBe(0);
    const passedS = trace.fractures[0]!.timeS;
    expect(calcOpening(course, Math.min(passedS, course.collapse.fromS - 0.05))).toBe(1);
    expect(calcOpening(course, trace.durationS)).toBe(1);
  });
  it('lets what is around recede for the collapse alone', () => {
    expect(calcContext(course, 0)).toBe(1);
    expect(calcContext(course, (course.collapse.fromS + course.collapse.toS) / 2)).toBeCloseTo(0.3, 6);
    expect(calcContext(course, course.collapse.toS + 2)).toBe(1);
  });
});

describe('the body as it was', () => {
  const sections = trace.sections.filter(({ level }) => level === trace.fractures[0]!.level);
  const [before, now] = [sections[0]!, findSection(sections, trace.durationS)];
  const pose = createPose();
  pose.setTrace(trace, breaking.scenario.patient);
  const own = (values: Float32Array) => values.subarray(4 * course.level, 4 * course.level + 4);
  const body = { size: own(pose.boneSize), rim: own(pose.boneRim) };
  const registration = new Matrix4();
  writeRegistration(body, before, now, registration);
  const formerAt = (side: 1 | -1, x: number) =>
    new Vector3(x * body.size[0]!, calcPlateM(body, before, side, x), 0).applyMatrix4(registration);

  it('is a closed outline as high as the body', () => {
    const points = calcOutline(body, before);
    expect(points.at(-1)).toEqual(points[0]);
    const heights = points.map(([, y]) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(0.9 * body.size[1]!);
  });
  it('stands on the same lower plate as the broken one, to a millimetre', () => {
    for (const x of [-0.8, 0, 0.8])
      expect(Math.abs(formerAt(-1, x).y - calcPlateM(body, now, -1, x))).toBeLessThan(1e-3);
  });
  it('stands above its front by what the findings say that it lost, to a millimetre and a half', () => {
    const [first, last] = [0, trace.durationS].map(
      (timeS) => getFindings(trace, timeS).levels[course.level]!.anteriorHeightMm,
    );
    const gapMm = 1000 * (formerAt(1, 1).y - calcPlateM(body, now, 1, 1));
    expect(first! - last!).toBeGreaterThan(3);
    expect(Math.abs(gapMm - (first! - last!))).toBeLessThan(1.5);
  });
});

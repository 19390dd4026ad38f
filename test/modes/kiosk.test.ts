import { describe, expect, it } from 'vitest';
import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { createRunCache, finish, type Run, runScenario } from '../../src/core/simulation/run.ts';
import type { Patient, Scenario, ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import { loadTexts, PLAIN_ENGLISH } from '../../src/i18n/texts.ts';
import { findBone, findBoneTScores } from '../../src/modes/kiosk/boneTScores.ts';
import { findInvite, findUntreated } from '../../src/modes/kiosk/invite.ts';
import { createStaffGesture } from '../../src/modes/kiosk/staffGesture.ts';
import { type Manner, tell } from '../../src/modes/kiosk/tell.ts';
import { calcPeaks } from '../../src/runtime/session/moment.ts';
import { calcNeighbour } from '../../src/runtime/session/neighbour.ts';
import { isBroken } from '../../src/runtime/session/runReads.ts';
import { createActivity } from '../../src/runtime/session/scenarioEditor.ts';
import { DEFAULT_SCENARIO, type Shown } from '../../src/runtime/session/session.ts';

const cache = createRunCache();
const compute = (scenario: Scenario): Run => finish(runScenario(scenario, cache));
const ask = async (scenario: Scenario): Promise<Run> => compute(scenario);
const { patient: WOMAN } = DEFAULT_SCENARIO;
/** Bone in which the lift breaks a vertebra, and that vertebra. */
const WEAK = -3.5;
const BROKEN = compute({
  version: 1,
  patient: { ...WOMAN, tScore: WEAK },
  events: [createActivity('lift')],
}).results.events[0]!.fractures[0]!.level;
const CEMENT = { type: 'cement', level: BROKEN, volumeMl: 4, method: 'vertebroplasty' } as const;

function show(tScore: number, events: ScenarioEvent[], more: Partial<Scenario> = {}): Shown {
  const scenario: Scenario = { version: 1, patient: { ...WOMAN, tScore }, ...more, events };
  const run = compute(scenario);
  return { scenario, run, peaks: calcPeaks(run) };
}
const english: Manner = {
  language: PLAIN_ENGLISH,
  t: PLAIN_ENGLISH.read<'kiosk'>(await loadTexts('en', 'kiosk')),
  imperial: false,
};
const AT_END = { timeS: 1000, atEnd: true };
const say = (shown: Shown) => tell(shown, AT_END, 'fragile', null, english).join(' ');

describe('fragile and strong', () => {
  const PEOPLE: readonly Patient[] = [
    WOMAN,
    { ageYears: 45, sex: 'male', heightCm: 182, massKg: 84, tScore: 0.5 },
    { ageYears: 88, sex: 'female', heightCm: 150, massKg: 48, tScore: -4 },
  ];
  it.each(PEOPLE)('a lift breaks the one and not the other: %j', async (patient) => {
    const boneTScores = await findBoneTScores({ patient, overrides: undefined }, ask);
    const lift = (tScore: number) =>
      isBroken(compute({ version: 1, patient: { ...patient, tScore }, events: [createActivity('lift')] }));
    expect([lift(boneTScores.fragile), lift(boneTScores.strong)]).toEqual([true, false]);
    expect(findBone(boneTScores, boneTScores.fragile)).toBe('fragile');
    expect(findBone(boneTScores, boneTScores.strong)).toBe('strong');
  });

  it('are computed: bone that is made stronger has to be thinner to break', async () => {
    const usual = await findBoneTScores({ patient: WOMAN, overrides: undefined }, ask);
    const stronger = await findBoneTScores(
      { patient: WOMAN, overrides: { trabecularDensityAtT0: 200 } },
      ask,
    );
    expect(stronger.fragile).toBeLessThan(usual.fragile);
  });
});

describe('the invitation', () => {
  const lift = createActivity('lift');
  it('goes from the lift over cement to strong bone, and from there to fragile bone', () => {
    expect(findInvite(show(-4, []), 'fragile')).toEqual({ what: 'lift' });
    const broken = show(WEAK, [lift]);
    expect(findInvite(broken, 'fragile')).toEqual({ what: 'cement', level: findUntreated(broken) });
    expect(findInvite(show(WEAK, [lift, CEMENT]), 'fragile')).toEqual({ what: 'strong' });
    expect(findInvite(show(0, [lift]), 'strong')).toEqual({ what: 'fragile' });
    expect(findInvite(show(-4, [createActivity('cough')]), 'fragile')).toEqual({ what: 'lift' });
  });
});

describe('what is said', () => {
  it('says why a bone gave way: the load and the strength that the results have', () => {
    const shown = show(-4, [createActivity('lift')]);
    const [lift] = shown.run.results.events;
    const { fractures } = lift!;
    const levels = getLevelLoads(lift!);
    const row = levels.find(({ level }) => level === fractures[0]!.level)!;
    const kg = (newtons: number) => `${Math.round(newtons / 9.80665)} kg`;
    const said = say(shown);
    expect(said).toContain(`${row.level} gave way`);
    expect(said).toContain(`${kg(row.peakCompressionN)} pressed on it. It could bear ${kg(row.strengthN)}.`);
    expect(row.peakCompressionN).toBeGreaterThan(row.strengthN);
  });

  it('is in the units that are wanted', () => {
    const imperial = { ...english, imperial: true };
    expect(tell(show(-4, [createActivity('lift')]), AT_END, 'fragile', null, imperial).join(' ')).toMatch(
      /\d+ lb pressed/,
    );
  });

  it('does not say that a bone held which was pressed past its limit', () => {
    const shown = show(-3, [createActivity('sit-down-hard')]);
    const last = shown.run.results.events.at(-1)!;
    const { fractures } = last;
    const levels = getLevelLoads(last);
    const most = levels.reduce((worst, row) => (row.loadOverStrength > worst.loadOverStrength ? row : worst));
    expect([fractures.length, most.loadOverStrength > 1]).toEqual([0, true]);
    expect(say(shown)).toBe(`${most.level} gave a little, but not so much that it counts as broken.`);
  });

  it('says nothing of a break before it happens', () => {
    const shown = show(-4, [createActivity('lift')]);
    expect(tell(shown, { timeS: 0, atEnd: false }, 'fragile', null, english)).toEqual(['Lift …']);
  });

  it('reads the neighbour’s load with cement and without it, standing', async () => {
    const shown = show(WEAK, [createActivity('lift'), CEMENT]);
    const neighbour = (await calcNeighbour(shown.scenario, ask))!;
    expect(Math.abs(levelIndex(neighbour.level) - levelIndex(BROKEN))).toBe(1);
    const standing = (events: ScenarioEvent[]) =>
      getLevelLoads(show(WEAK, [...events, createActivity('stand')]).run.results.events.at(-1)!).find(
        ({ level }) => level === neighbour.level,
      )!;
    const [without, including] = [
      standing([createActivity('lift')]),
      standing([createActivity('lift'), CEMENT]),
    ];
    expect(neighbour.rise).toBeCloseTo(including.peakCompressionN / without.peakCompressionN - 1, 12);
    expect(neighbour.ratio).toBe(including.loadOverStrength);
    const telling = (rise: number) => tell(shown, AT_END, 'fragile', { ...neighbour, rise }, english).at(-1);
    expect(telling(0.2)).toBe(`Standing, the bone next to it, ${neighbour.level}, now bears 20 % more.`);
    expect(telling(-0.2)).toContain('20 % less');
    expect(telling(0.01)).toContain('as much as before');
  });
});

describe('the staff’s gesture', () => {
  const [WIDTH, LEFT, RIGHT] = [1080, { x: 40, y: 40 }, { x: 1050, y: 30 }] as const;
  /** Each: where, how long it is held, and the time since the last, ms. */
  function perform(steps: readonly (readonly [{ x: number; y: number }, number, number])[]): boolean {
    const gesture = createStaffGesture();
    let timeMs = 0;
    let opened = false;
    for (const [at, heldMs, afterMs] of steps) {
      timeMs += afterMs;
      gesture.press({ ...at, timeMs });
      timeMs += heldMs;
      opened = gesture.lift({ ...at, timeMs }, WIDTH);
    }
    return opened;
  }
  const HOLD = [LEFT, 2100, 0] as const;
  const [TAP_RIGHT, TAP_LEFT] = [[RIGHT, 80, 300] as const, [LEFT, 80, 300] as const];

  it('is a long hold and three taps', () => {
    expect(perform([HOLD, TAP_RIGHT, TAP_RIGHT, TAP_LEFT])).toBe(true);
  });
  it.each([
    ['without the hold', [TAP_RIGHT, TAP_RIGHT, TAP_LEFT]],
    ['held too short', [[LEFT, 1500, 0] as const, TAP_RIGHT, TAP_RIGHT, TAP_LEFT]],
    ['in another order', [HOLD, TAP_RIGHT, TAP_LEFT, TAP_RIGHT]],
    ['with a tap elsewhere', [HOLD, TAP_RIGHT, [{ x: 500, y: 500 }, 80, 300] as const, TAP_RIGHT, TAP_LEFT]],
    ['too slowly', [HOLD, TAP_RIGHT, TAP_RIGHT, [LEFT, 80, 9000] as const]],
  ])('is not done %s', (_, steps) => {
    expect(perform(steps)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Results } from '../../src/core/simulation/results/results.ts';
import { FRESH, findHealing, heal } from '../../src/core/treatment/healing.ts';
import { run, scenario } from './support.ts';

const months = (n: number) => ({ type: 'time', months: n });
const WEEKS_26 = months((26 * 7) / 30.4);
const broken = (genantGrade: number, ageWeeks?: number) => ({
  knownFractures: [
    { level: 'T12', shape: 'wedge', genantGrade, ...(ageWeeks !== undefined && { ageWeeks }) },
  ],
});

const resultsOf = (patient: Record<string, unknown>, ...events: object[]): Results =>
  run(scenario(-2.5, events, patient)).results;
const lastOf = (patient: Record<string, unknown>, ...events: object[]) =>
  resultsOf(patient, ...events).events.at(-1)!;
const STAND = { type: 'activity', name: 'stand' };

describe('a break', () => {
  it('heals within half a year, however the time is split, and one of long ago is healed', () => {
    const [once] = lastOf(broken(2, 0), WEEKS_26).healing;
    const [often] = lastOf(broken(2, 0), ...new Array(13).fill(months((2 * 7) / 30.4))).healing;
    expect(once).toMatchObject({ level: 'T12' });
    expect(once!.weeks).toBeCloseTo(26, 9);
    expect(once!.healedShare).toBeCloseTo(1 - Math.exp(-2), 6);
    expect(often!.healedShare).toBeCloseTo(once!.healedShare, 9);
    expect(lastOf(broken(2), WEEKS_26).healing).toEqual([]);
    expect(lastOf(broken(2, 26), STAND).healing[0]!.healedShare).toBeCloseTo(once!.healedShare, 6);
  });

  it('opens when it is unloaded, on the side less than supine, and no more once healed or cemented', () => {
    const [fresh] = lastOf(broken(2, 0), STAND).healing;
    const { standing, side, supine } = fresh!.anteriorHeightMm;
    expect(fresh!.open).toBe(true);
    expect(side).toBeGreaterThan(standing + 1);
    expect(supine).toBeGreaterThan(side + 1);
    const [healed] = lastOf(broken(2, 52), STAND).healing;
    expect(healed!.open).toBe(false);
    const [filled] = lastOf(broken(2, 0), { type: 'cement', level: 'T12' }).healing;
    expect(filled!.open).toBe(false);
    expect(filled!.anteriorHeightMm.supine).toBe(filled!.anteriorHeightMm.standing);
  });

  it('is seen open in the act of lying, and as it was afterwards', () => {
    const lying = run(scenario(-2.5, [{ type: 'activity', name: 'lie-supine' }], broken(2, 0)));
    const front = (findings: Results['findings']) => findings.levels[11]!.anteriorHeightMm;
    const { healing } = lying.results.events[0]!;
    expect(front(lying.trace.findings.at(-1)!.findings)).toBeCloseTo(healing[0]!.anteriorHeightMm.supine, 0);
    expect(front(lying.results.findings)).toBeCloseTo(healing[0]!.anteriorHeightMm.standing, 9);
  });

  it('sinks on in the first weeks, by most of it in the first three months, and not where cement holds it', () => {
    const lost = (...events: object[]) =>
      resultsOf(broken(2, 0), ...events).findings.levels[11]!.anteriorHeightLossPercent;
    const [at0, at3, at12] = [lost(), lost(months(3)), lost(months(12))];
    expect(at12 - at0).toBeGreaterThan(4);
    expect(at3 - at0).toBeGreaterThan(0.8 * (at12 - at0));
    const cement = { type: 'cement', level: 'T12', volumeMl: 4 };
    expect(lost(cement, months(12)) - lost(cement)).toBeLessThan(0.75 * (at12 - at0));
  });

  it('does not heal where it moves too much, and heals sooner with teriparatide', () => {
    expect(findHealing(52, 5).healed).toBeGreaterThan(0.95);
    expect(findHealing(52, 12)).toMatchObject({ fails: true });
    expect(findHealing(52, 12).healed).toBeLessThan(0.3);
    expect(heal(FRESH, 3, 5, true).healed).toBeGreaterThan(heal(FRESH, 3, 5, false).healed);
  });

  it('begins anew where an act breaks a bone', () => {
    const lift = { type: 'activity', name: 'lift', loadKg: 10, technique: 'stoop', reachCm: 35 };
    const { events } = run(scenario(-3.5, [lift])).results;
    expect(events[0]!.healing.map(({ level }) => level)).toEqual(
      events[0]!.fractures.map(({ level }) => level),
    );
    expect(events[0]!.healing[0]).toMatchObject({ weeks: 0, healedShare: 0, open: true });
  });
});

describe('pain', () => {
  const painOf = (patient: Record<string, unknown>, ...events: object[]) =>
    lastOf(patient, ...events, STAND).pain;

  it('of a fresh break is least lying and most rising', () => {
    const { byPosture, restNrs, sources } = painOf(broken(2, 0));
    const { lying, side, sitting, standing, walking, rising } = byPosture;
    expect(restNrs).toBe(lying);
    expect(lying).toBeLessThan(side);
    expect(side).toBeLessThan(sitting);
    expect(Math.abs(sitting - standing)).toBeLessThan(1);
    expect(walking).toBeGreaterThan(Math.max(sitting, standing));
    expect(rising).toBeGreaterThan(walking);
    expect(sources[0]).toEqual({ source: 'fracture', levels: ['T12'] });
  });

  it('fades over weeks, with cement hardly sooner', () => {
    const at = (weeks: number) => painOf(broken(2, weeks)).byPosture.standing;
    expect(at(0)).toBeCloseTo(7.5, 1);
    expect(at(12)).toBeLessThan(4);
    expect(at(52)).toBeCloseTo(3.1, 1);
    const filled = painOf(broken(2, 2), { type: 'cement', level: 'T12' }).byPosture.standing;
    expect(at(2) - filled).toBeGreaterThan(0);
    expect(at(2) - filled).toBeLessThan(1);
  });

  it('has no figure where nothing is freshly broken', () => {
    expect(painOf({}).byPosture).toMatchObject({ lying: 0, rising: 0 });
    expect(painOf(broken(3)).sources.map(({ source }) => source)).not.toContain('fracture');
  });
});

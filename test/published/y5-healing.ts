import { findHealing } from '../../src/core/treatment/healing.ts';
import { drawPairs } from './report/figure.ts';
import { runPatient } from './report/later.ts';
import { compare, compareRange, type PublishedRow } from './report/row.ts';

const WEEKS = (weeks: number) => ({ type: 'time', months: (weeks * 7) / 30.4 });
const STAND = { type: 'activity', name: 'stand' };

/** Loss of front height of fresh breaks that come to hospital, %: mean and deviation (from josr-2020 and the opened share). */
const LOSS = { mean: 35, sd: 12 };

const broken = (ageWeeks: number, genantGrade = 2) => ({
  ageYears: 75,
  sex: 'female' as const,
  heightCm: 160,
  massKg: 60,
  tScore: -2.5,
  knownFractures: [{ level: 'T12', shape: 'wedge', genantGrade, ageWeeks }],
});

/** How a break heals. */
export const Y5: PublishedRow = {
  id: 'Y5',
  title: 'Healing',
  sources: ['josr-2020', 'tsujio-2011', 'iwata-2017', 'late-collapse'],
  gates: ['front height on the side over sitting', 'sunk on by three months, of what it sinks in a year'],
  text: `A fresh wedge of T12 (Genant 2) in a woman of 75: its front height in three postures, against fifteen fresh breaks; how it heals and sinks on, against series of breaks treated without cement. Height supine, healing at six months, the share that does not unite (of breaks with a mean loss of ${LOSS.mean} ± ${LOSS.sd} % of front height) and the further loss in half a year **calibrated** the model. The height on the side and the pace of sinking set nothing but rounded shares, and are gated.`,
  failures: {
    'teriparatide, healed at 26 weeks':
      'The trial’s shares are of breaks that move by 1 mm or less, the model’s of the crushed layer: with its faster rate nearly all of it is bone again.',
  },
  needsCohort: false,
  compute(setting) {
    const of = (quantity: string, unit: string, calibrated: boolean) => ({
      id: 'Y5',
      quantity,
      unit,
      calibrated,
    });
    const last = (patient: object, ...events: object[]) =>
      runPatient(patient, events, setting).results.events.at(-1)!;
    const fresh = last(broken(0), STAND).healing[0]!;
    const { standing, side, supine } = fresh.anteriorHeightMm;
    const loss = (...events: object[]) =>
      runPatient(broken(1), events, setting).results.findings.levels[11]!.anteriorHeightLossPercent;
    const [at0, at3, at6, at12] = [loss(STAND), loss(WEEKS(13)), loss(WEEKS(26)), loss(WEEKS(52))] as const;
    const healed = last(broken(0), WEEKS(26)).healing[0]!.healedShare;
    const taking = last(broken(0), { type: 'drug', name: 'teriparatide', action: 'start' }, WEEKS(26))
      .healing[0]!;
    const { anteriorHeightMm, anteriorHeightLossPercent } = runPatient(broken(0), [STAND], setting).results
      .findings.levels[11]!;
    const wholeMm = anteriorHeightMm / (1 - anteriorHeightLossPercent / 100);
    const comparisons = [
      compare(of('front height supine over sitting', '×', true), supine / standing, 24.3 / 18.3, 0.1),
      compare(of('front height on the side over sitting', '×', false), side / standing, 20.7 / 18.3, 0.05),
      compare(of('healed at 26 weeks', '%', true), 100 * healed, 86.5, 3),
      compare(of('not united at 26 weeks', '%', true), calcNonunionPercent(wholeMm), 13.5, 4),
      compareRange(
        of('teriparatide, healed at 26 weeks', '%', false),
        100 * taking.healedShare,
        [86.5, 96],
        3,
      ),
      compare(of('further loss from the first week to the 27th', 'points', true), at6 - at0, 6.9, 2),
      compareRange(
        of('sunk on by three months, of what it sinks in a year', '%', false),
        (100 * (at3 - at0)) / (at12 - at0),
        [60, 100],
      ),
    ];
    return {
      comparisons,
      notComputed: [],
      draw: () =>
        drawPairs(
          comparisons.map((row) => ({ ...row, label: row.quantity })),
          '',
        ),
    };
  },
};

/** Share of breaks that do not unite, %, from the middles of a thousand equal parts of the losses' distribution. */
function calcNonunionPercent(wholeMm: number): number {
  const PARTS = 1000;
  let fails = 0;
  for (let n = 0; n < PARTS; n++) {
    const lossPercent = LOSS.mean + LOSS.sd * findDeviate((n + 0.5) / PARTS);
    if (findHealing(26, (lossPercent / 100) * wholeMm).fails) fails++;
  }
  return (100 * fails) / PARTS;
}

/** Standard normal deviate that a share lies below: logistic approximation, good to 0.02. */
const findDeviate = (share: number): number => Math.log(share / (1 - share)) / 1.702;

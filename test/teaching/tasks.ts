import type { Patient, Scenario, ScenarioEvent } from '../../src/core/simulation/scenario.ts';
import {
  at,
  brokenOf,
  type Figures,
  heightOf,
  list,
  loadsOf,
  mostLoaded,
  nearestToLimit,
  newton,
  one,
  percent,
  run,
  strengthAfter,
  two,
  whole,
} from './read.ts';

/** A task of the lab sheet. Its texts hold no figure of their own but names of vertebrae: all others come from the model. */
export interface Task {
  readonly title: string;
  /** For a first course, or for students of medicine, physiotherapy or mechanics. */
  readonly level: 'first' | 'second';
  /** Scenario that the page opens with. */
  readonly opens: Scenario;
  readonly asks: readonly string[];
  readonly answers: readonly string[];
  readonly figures: Figures;
  /** What the answer says in words, as the model must bear it out. */
  readonly claims: Readonly<Record<string, boolean>>;
}

export const HER: Patient = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3.5 };
const STRONG: Patient = { ...HER, tScore: 0 };
const YOUNGER: Patient = { ...HER, ageYears: 66, tScore: -2.8 };
export const scenario = (patient: Patient, ...events: ScenarioEvent[]): Scenario => ({
  version: 1,
  patient,
  events,
});

export const STAND: ScenarioEvent = { type: 'activity', name: 'stand' };
export const LIFT_KG = 10;
const REACH_CM = 35;
const NEAR_CM = 20;
export const LIFT = {
  type: 'activity',
  name: 'lift',
  loadKg: LIFT_KG,
  technique: 'stoop',
  reachCm: REACH_CM,
} as const;
const SQUAT = { ...LIFT, technique: 'squat' } as const;
const NEAR = { ...LIFT, reachCm: NEAR_CM } as const;
const CEMENT_ML = 4;
const MONTHS = 60;
const YEARS: ScenarioEvent = { type: 'time', months: MONTHS };
const DRUG: ScenarioEvent = { type: 'drug', name: 'alendronate', action: 'start' };

/** Acceleration of gravity, m/s². */
const GRAVITY = 9.81;

const standing = loadsOf(run(scenario(HER, STAND)));
const lifted = run(scenario(HER, LIFT));
const lifting = loadsOf(lifted);
const strong = run(scenario(STRONG, LIFT));
const squatted = run(scenario(HER, SQUAT));
const near = run(scenario(HER, NEAR));
const after = run(scenario(HER, LIFT, STAND));
const twice = run(scenario(HER, LIFT, LIFT));

/** Vertebra that the lift breaks; a claim below holds it to that. */
const BROKEN = 'T12';
const first: string = BROKEN;
const cemented = run(
  scenario(HER, LIFT, { type: 'cement', level: BROKEN, volumeMl: CEMENT_ML, method: 'vertebroplasty' }, LIFT),
);
const waiting = run(scenario(YOUNGER, YEARS));
const treated = run(scenario(YOUNGER, DRUG, YEARS));

const her = { age: whole(HER.ageYears), t: one(HER.tScore) };
const load = { kg: `${whole(LIFT_KG)} kg`, reach: `${whole(REACH_CM)} cm` };
const weightN = HER.massKg * GRAVITY;
const heaviest = mostLoaded(standing);
const squatLimit = nearestToLimit(loadsOf(squatted));
const loss = heightOf(lifted, first);
const standingAfter = loadsOf(after);
const below = 'L1';
const freshBreaks = brokenOf(cemented).filter((level) => level !== first);

export const TASKS: readonly Task[] = [
  {
    title: 'Standing still',
    level: 'first',
    opens: scenario(HER, STAND),
    asks: [
      'A woman of {age} with a T-score of {t} stands. Before you look at the chart: which vertebra do you think bears the most?',
      'Read the chart. Compare the load with her weight. Which share of its strength does that vertebra use?',
    ],
    answers: [
      '{level} bears the most, {load}. She weighs {weight}, head to foot, so this is {share} of her weight. Of its strength of {strength} it uses {used}.',
      'L3 bears {low}. The lower back carries more weight from above, but in standing the joints behind it take part of the load, so that the bodies of the thoracolumbar junction bear more.',
    ],
    figures: {
      ...her,
      level: heaviest.level,
      load: newton(heaviest.peakCompressionN),
      weight: newton(weightN),
      share: percent((100 * heaviest.peakCompressionN) / weightN),
      strength: newton(heaviest.strengthN),
      used: percent(100 * heaviest.loadOverStrength),
      low: newton(at(standing, 'L3').peakCompressionN),
    },
    claims: {
      'the junction bears more than L3': heaviest.peakCompressionN > at(standing, 'L3').peakCompressionN,
      'the most loaded one is at the junction': ['T10', 'T11', 'T12', 'L1'].includes(heaviest.level),
    },
  },
  {
    title: 'Fragile and strong',
    level: 'first',
    opens: scenario(HER, LIFT),
    asks: [
      'She lifts {kg} with a round back. Then set the bone density to a T-score of {strongT} and do the same.',
      'What differs: the load, the strength, or both?',
    ],
    answers: [
      'At {t} she breaks {broken}, at {strongT} {none}. The load on T12 is {fragileLoad} against {strongLoad}; the strength where that load acts is {fragile} against {strong}.',
      'The strength makes the difference: it is {times} times as high. The load is lower in the fragile spine, because it gives way before the lift is at its heaviest.',
    ],
    figures: {
      t: her.t,
      kg: load.kg,
      strongT: whole(STRONG.tScore),
      broken: list(brokenOf(lifted)),
      none: list(brokenOf(strong)),
      fragileLoad: newton(at(lifting, 'T12').peakCompressionN),
      strongLoad: newton(at(loadsOf(strong), 'T12').peakCompressionN),
      fragile: newton(at(lifting, 'T12').strengthN),
      strong: newton(at(loadsOf(strong), 'T12').strengthN),
      times: one(at(loadsOf(strong), 'T12').strengthN / at(lifting, 'T12').strengthN),
    },
    claims: {
      'only the fragile one breaks': brokenOf(lifted).length === 1 && brokenOf(strong).length === 0,
      'the load is lower in the fragile spine':
        at(lifting, 'T12').peakCompressionN < at(loadsOf(strong), 'T12').peakCompressionN,
    },
  },
  {
    title: 'Near and far',
    level: 'first',
    opens: scenario(HER, LIFT),
    asks: [
      'She lifts {kg} at {reach} from her feet. Undo it, and let her lift the same at {nearReach}. What do you expect, and what happens?',
      'Now let her bend her knees instead, at {reach}. Is that as good?',
    ],
    answers: [
      'At {nearReach} {nearBroken} breaks: the vertebra nearest to its limit uses {nearUsed} of its strength. A shorter lever arm asks less of the back muscles, and their pull is most of the load.',
      'With bent knees {squatBroken} breaks instead of {broken}: {squatLevel} reaches {squatUsed} of its strength. In the model the knees alone do not save her; the load is as far away as before, and a weak bone at the junction meets it.',
      'It is one person in one model: a lesson about levers, not advice on how to lift.',
    ],
    figures: {
      ...load,
      nearReach: `${whole(NEAR_CM)} cm`,
      nearBroken: list(brokenOf(near)),
      nearUsed: percent(100 * nearestToLimit(loadsOf(near)).loadOverStrength),
      squatBroken: list(brokenOf(squatted)),
      broken: list(brokenOf(lifted)),
      squatLevel: squatLimit.level,
      squatUsed: percent(100 * squatLimit.loadOverStrength),
    },
    claims: {
      'near, nothing breaks': brokenOf(near).length === 0,
      'knees break another one': brokenOf(squatted).length > 0 && !brokenOf(squatted).includes(first),
    },
  },
  {
    title: 'What a break does to the back',
    level: 'first',
    opens: scenario(HER, LIFT),
    asks: [
      'She lifts {kg}. Look at the broken vertebra from the side, cut open. What shape is it, and where has it lost height?',
      'How much taller was she, and how much rounder is her back now?',
    ],
    answers: [
      '{level} has become a wedge: {front} of the height lost in front, {middle} in the middle, {back} at the back. By Genant’s scale that is grade {grade}.',
      'She has lost {height} mm of height. The round back, measured from T4 to T12, went from {before}° to {after}°.',
    ],
    figures: {
      kg: load.kg,
      level: first,
      front: percent(loss.anteriorHeightLossPercent),
      middle: percent(loss.middleHeightLossPercent),
      back: percent(Math.max(0, loss.posteriorHeightLossPercent)),
      grade: whole(loss.genantGrade),
      height: one(lifted.findings.heightLossMm),
      before: one(run(scenario(HER, STAND)).findings.kyphosisDeg),
      after: one(lifted.findings.kyphosisDeg),
    },
    claims: {
      'it is this one that breaks': brokenOf(lifted).join() === BROKEN,
      'front lost most': loss.anteriorHeightLossPercent > loss.middleHeightLossPercent,
      'the back of the body stands': loss.posteriorHeightLossPercent < 1,
    },
  },
  {
    title: 'The most loaded is not the first to break',
    level: 'second',
    opens: scenario(STRONG, LIFT),
    asks: [
      'Lift {kg} with strong bone (T-score {strongT}), so that every vertebra lives to the end of the act. Which one bears the most? Which one comes nearest to its limit?',
      'Explain the difference with the moment on the section and with the size of the bodies.',
    ],
    answers: [
      '{most} bears the most, {mostLoad}, and uses {mostUsed} of its strength. {limit} comes nearest to its limit, with {limitLoad} and {limitUsed}.',
      'The load grows downwards by a factor of {loads} from {limit} to {most}, the strength under it by {strengths}: lower bodies are wider. In a bend the junction is kyphotic, so that the force passes in front of the middle of its bodies, with a moment of {moment} Nm on T12.',
    ],
    figures: (() => {
      const loads = loadsOf(strong);
      const [top, near] = [mostLoaded(loads), nearestToLimit(loads)];
      return {
        kg: load.kg,
        strongT: whole(STRONG.tScore),
        most: top.level,
        mostLoad: newton(top.peakCompressionN),
        mostUsed: percent(100 * top.loadOverStrength),
        limit: near.level,
        limitLoad: newton(near.peakCompressionN),
        limitUsed: percent(100 * near.loadOverStrength),
        loads: two(top.peakCompressionN / near.peakCompressionN),
        strengths: two(top.strengthN / near.strengthN),
        moment: one(at(loads, 'T12').flexionMomentAtPeakNm),
      };
    })(),
    claims: {
      'two different vertebrae': mostLoaded(loadsOf(strong)).level !== nearestToLimit(loadsOf(strong)).level,
      'strength grows faster than load':
        mostLoaded(loadsOf(strong)).strengthN / nearestToLimit(loadsOf(strong)).strengthN >
        mostLoaded(loadsOf(strong)).peakCompressionN / nearestToLimit(loadsOf(strong)).peakCompressionN,
      'the moment loads the front': at(loadsOf(strong), 'T12').flexionMomentAtPeakNm > 0,
    },
  },
  {
    title: 'After the first break',
    level: 'second',
    opens: scenario(HER, STAND, LIFT, STAND),
    asks: [
      'She stands, lifts {kg}, and stands again. Compare the load on {below} in standing before and after. Where does the difference come from?',
      'Then let her lift once more. What happens, and what does that say about the first break?',
    ],
    answers: [
      'Standing, {below} bore {before}; after the break of {level} it bears {after}, {more} more. The wedge moves the weight forward, and the back muscles have to hold it.',
      'In the second lift the list of breaks is {second}; {level} has by then lost {deeper} in front, after {front} at first. A break makes the next one likelier in two ways: more load, and a weaker body where it was.',
    ],
    figures: {
      kg: load.kg,
      below,
      level: first,
      before: newton(at(standing, below).peakCompressionN),
      after: newton(at(standingAfter, below).peakCompressionN),
      more: percent(
        100 * (at(standingAfter, below).peakCompressionN / at(standing, below).peakCompressionN - 1),
      ),
      second: list(brokenOf(twice)),
      deeper: percent(heightOf(twice, first).anteriorHeightLossPercent),
      front: percent(loss.anteriorHeightLossPercent),
    },
    claims: {
      'more load below': at(standingAfter, below).peakCompressionN > at(standing, below).peakCompressionN,
      'another breaks': brokenOf(twice).length > brokenOf(lifted).length,
      'the first sinks on': heightOf(twice, first).anteriorHeightLossPercent > loss.anteriorHeightLossPercent,
    },
  },
  {
    title: 'Cement',
    level: 'second',
    opens: scenario(HER, LIFT),
    asks: [
      'After the break, fill {level} with {ml} ml of cement (cement alone) and lift again. Compare with the second lift without cement.',
      'What did the cement do for {level}, and what for the others?',
    ],
    answers: [
      'The strength of {level} under a central load went from {weak} after the break to {filled} with cement. In the next lift it kept its shape: {kept} lost in front, against {lost} without cement.',
      'It did not spare the others: {fresh} broke all the same. The round back that loads them is still there. Whether cement harms its neighbours is another question, on which trials do not agree; one run of a model does not settle it.',
    ],
    figures: {
      level: first,
      ml: whole(CEMENT_ML),
      weak: newton(strengthAfter(cemented, 0, first)),
      filled: newton(strengthAfter(cemented, 1, first)),
      kept: percent(heightOf(cemented, first).anteriorHeightLossPercent),
      lost: percent(heightOf(twice, first).anteriorHeightLossPercent),
      fresh: list(freshBreaks),
    },
    claims: {
      'stronger with cement': strengthAfter(cemented, 1, first) > strengthAfter(cemented, 0, first),
      'keeps its shape':
        heightOf(cemented, first).anteriorHeightLossPercent <
        heightOf(twice, first).anteriorHeightLossPercent - 5,
      'others break': freshBreaks.length > 0,
    },
  },
  {
    title: 'Five years with and without a medicine',
    level: 'second',
    opens: scenario(YOUNGER, YEARS),
    asks: [
      'A woman of {age} with a T-score of {t}: let {months} months pass, once without treatment and once with alendronate from the first day.',
      'Compare T-score and strength of L3. What does the medicine gain, and what does it merely hold?',
    ],
    answers: [
      'Without treatment the T-score falls to {without}, with alendronate it rises to {with}. The strength of L3 goes from {start} to {weaker} ({down}) or {stronger} ({up}).',
      'The medicine holds what waiting loses; the T-score rises more visibly than the force does. The figure counts density and shape alone: in trials such medicines prevent more breaks than the gain in density lets one expect, and what the model adds for better quality of bone is not in it.',
    ],
    figures: (() => {
      const [start, weaker, stronger] = [
        strengthAfter(waiting, -1, 'L3'),
        strengthAfter(waiting, 0, 'L3'),
        strengthAfter(treated, 1, 'L3'),
      ];
      const change = (to: number) => `${to > start ? '+' : '−'}${percent(Math.abs(100 * (to / start - 1)))}`;
      return {
        age: whole(YOUNGER.ageYears),
        t: one(YOUNGER.tScore),
        months: whole(MONTHS),
        without: one(waiting.events[0]!.tScore),
        with: one(treated.events[1]!.tScore),
        start: newton(start),
        weaker: newton(weaker),
        down: change(weaker),
        stronger: newton(stronger),
        up: change(stronger),
      };
    })(),
    claims: {
      'falls without': waiting.events[0]!.tScore < YOUNGER.tScore,
      'rises with': treated.events[1]!.tScore > YOUNGER.tScore,
      'weaker without':
        strengthAfter(waiting, 0, 'L3') < strengthAfter(waiting, -1, 'L3') &&
        strengthAfter(treated, 1, 'L3') > strengthAfter(waiting, 0, 'L3'),
    },
  },
];

import { MODEL_VERSION } from '../../src/core/simulation/modelVersion.ts';
import {
  at,
  brokenOf,
  type Figures,
  list,
  loadsOf,
  mostLoaded,
  nearestToLimit,
  newton,
  one,
  percent,
  run,
  whole,
} from './read.ts';
import { HER, LIFT, LIFT_KG, STAND, scenario } from './tasks.ts';

/** Part of the teacher's guide, a page each. Paragraphs and list entries hold no figure of their own. */
export interface Chapter {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly entries: readonly (readonly [head: string, text: string])[];
}

const lift = run(scenario(HER, LIFT));
const loads = loadsOf(lift);
const standing = loadsOf(run(scenario(HER, STAND)));

export const GUIDE_FIGURES: Figures = {
  version: MODEL_VERSION,
  age: whole(HER.ageYears),
  t: one(HER.tScore),
  broken: list(brokenOf(lift)),
  used: percent(100 * nearestToLimit(loads).loadOverStrength),
  most: mostLoaded(standing).level,
  mostLoad: newton(mostLoaded(standing).peakCompressionN),
  lumbarStanding: newton(at(standing, 'L3').peakCompressionN),
  lumbarLifting: newton(at(loads, 'L3').peakCompressionN),
  kg: whole(LIFT_KG),
};

/** Parts of a lesson, min. */
export const PLAN: readonly { readonly minutes: number; readonly what: string }[] = [
  {
    minutes: 5,
    what: 'Ask the class: why do bones of the back break when nobody falls? Collect guesses on the board; keep them for the end.',
  },
  {
    minutes: 5,
    what: 'Show the page on the projector: the patient, stand, bend. Read the chart together: bar and mark, load and strength.',
  },
  {
    minutes: 15,
    what: 'In pairs: two tasks of the lab sheet (first level: “Fragile and strong”, “Near and far”). Each pair writes a prediction before it presses the button. Or send an assignment as a link.',
  },
  {
    minutes: 8,
    what: 'Pairs report what surprised them. Use “Why?” on the page to follow a break back to load and strength.',
  },
  {
    minutes: 7,
    what: '“Twenty like her: who breaks?”: what chance does to the same figures. One run is one person; nobody’s risk is predicted here.',
  },
  {
    minutes: 5,
    what: 'Back to the guesses. Which held? What does the model leave out that could change the answer?',
  },
];

export const CHAPTERS: readonly Chapter[] = [
  {
    title: 'What the model is',
    paragraphs: [
      'Columna (model {version}) is a simulation of the human spine under everyday acts. Students set a person’s bone density, let her act, and see whether a vertebra breaks. No break is scripted: each is computed from a load and a strength.',
      'The example throughout is a woman of {age} with a T-score of {t}. When she lifts {kg} kg with a round back, {broken} breaks: the load on the vertebra nearest to its limit reaches {used} of what it can bear.',
    ],
    entries: [
      [
        'Load.',
        'The act moves a chain of rigid bodies. At each step, the weight of the body parts above and what the hands hold make a moment about every disc; muscles, ligaments and the pressure in the belly have to balance it. The muscles pull along the spine, a short lever against a long one: that is most of the load. L3 bears {lumbarStanding} when she stands and {lumbarLifting} when she lifts.',
      ],
      [
        'Strength.',
        'A vertebral body is a bundle of upright columns of spongy bone with a shell around it and an end plate above and below. Each column gives way at a stress that follows from its density. The more the force passes in front of the middle, the sooner the front goes.',
      ],
      [
        'Break.',
        'When the section passes its peak, it softens, crushes, and keeps the new shape. Wedge angle, lost height and the rounder back follow. The next act starts from there.',
      ],
      [
        'Years and treatment.',
        'Bone, muscles and discs age by laws from long studies. Medicines, training and a brace act as trials found. Cement stiffens what it fills.',
      ],
      [
        'Where the figures come from.',
        'Every figure has a source, under Sources on the page, or is marked as our own assumption. Held against measurements lists what the model gets right and what it does not. Show students that list: models earn trust by their failures being known.',
      ],
    ],
  },
  {
    title: 'What it leaves out',
    paragraphs: [
      'A good lesson spends some minutes here. Ask: would this change which vertebra breaks, or only when?',
    ],
    entries: [
      [
        'One person is not a risk.',
        'The page shows what happens to bones of average strength for their density. Let chance in (“Twenty like her: who breaks?”): the same lift breaks other vertebrae in other women, and none in some. How often such lifts happen, and how people fall, decides as much as the bone.',
      ],
      [
        'Speed.',
        'Bone is stronger when it is loaded fast. The model leaves that out, so that falls look somewhat worse than they are.',
      ],
      [
        'Tiredness.',
        'Muscles do not tire, and nobody has a bad day. Fatigue of bone is in the model only as slow creep over years.',
      ],
      [
        'The neck and the ribs.',
        'They move in the picture and do not break. The rib cage is a stiffness, not a set of bones.',
      ],
      [
        'Nerves and one’s own pain.',
        'Pain is the mean of people in trials with such a break. Most such breaks are never noticed; the model cannot say who feels what.',
      ],
      [
        'Shapes of people.',
        'One female and one male column are scaled by height. Scoliosis, earlier surgery and tumours are not there.',
      ],
      [
        'Advice.',
        'It is no medical device. If a student asks about a grandmother’s bones, the answer is a doctor, and “What helps” in Story for questions to take along.',
      ],
    ],
  },
  {
    title: 'What students often think',
    paragraphs: ['Each of these can be tried on the page in a minute. Let them predict first.'],
    entries: [
      [
        '“Bones break because one falls.”',
        'A fall is what most broken hips need. In the back, bending and lifting are enough when bone is weak: lift at a T-score of {t}.',
      ],
      [
        '“The load on the spine is the weight above it.”',
        'Show the layer Forces. Standing, {most} bears {mostLoad}; a bend multiplies it though nothing was picked up, since the muscles pull harder.',
      ],
      [
        '“The lowest vertebra breaks first: it bears the most.”',
        'It bears the most in a lift and is also the largest. What counts is load over strength: see the lab sheet, “The most loaded is not the first to break”.',
      ],
      [
        '“Bending the knees always saves the back.”',
        'What counts is how far the load is from the spine and how far the trunk leans. Knees help when they let the load come closer. See “Near and far”: an honest surprise.',
      ],
      [
        '“A T-score is a percentage” or “of bone lost”.',
        'It counts standard deviations from young adults. Move the slider and watch strength: it falls faster than density.',
      ],
      [
        '“Cement repairs the bone.”',
        'It stiffens one body. The round back stays, and with it the load on the neighbours: see “Cement”.',
      ],
      [
        '“The computer says so, hence it is true.”',
        'Open Held against measurements and look for rows that fail. Then change a law in the expert lab, and see how much the result depends on it.',
      ],
    ],
  },
];

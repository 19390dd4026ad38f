import { getParameterValues } from '../../../core/anatomy/parameters.ts';
import { findCategory } from '../../../panels/controls/Density.tsx';
import { createActivity } from '../../../runtime/session/scenarioEditor.ts';
import { createLadder, drawPatient, getLoad, NARROW_RUNG, pick } from '../draw.ts';
import type { Pose, Posed } from '../question.ts';

const CATEGORIES = ['normal', 'low', 'osteoporosis'] as const;

/** Question: WHO category of a T-score, and the strength of that bone. */
export const poseCategory = async (...[random, create, ask]: Parameters<Pose>): Promise<Posed> => {
  const patient = drawPatient(random, -4, 0.5);
  const stand = createActivity('stand');
  const truth = create(patient, [stand]);
  const [own, young] = [await ask(truth), await ask(create({ ...patient, tScore: 0 }, [stand]))];
  return {
    kind: 'category',
    asked: create(patient),
    truth,
    act: null,
    ask: { key: 'ask.category', values: { t: { tScore: patient.tScore } } },
    answer: {
      type: 'choice',
      options: CATEGORIES.map((id) => ({ id, label: { key: `category.${id}` } })),
      right: findCategory(patient.tScore),
    },
    because: { key: 'because.category' },
    figures: [
      { label: { key: 'figure.strengthL1' }, value: { newtons: getLoad(own, 'L1').centralStrengthN } },
      { label: { key: 'figure.strengthL1At0' }, value: { newtons: getLoad(young, 'L1').centralStrengthN } },
    ],
    about: null,
    radiograph: null,
    chart: false,
    sources: ['who', 'density'],
  };
};

/** Question: remaining strength of a body at a T-score. */
export const poseStrength: Pose = async (random, create, ask) => {
  const patient = drawPatient(random, -4.2, -1.5);
  const level = pick(random, ['T8', 'T12', 'L1', 'L3'] as const);
  const stand = createActivity('stand');
  const truth = create(patient, [stand]);
  const own = getLoad(await ask(truth), level).centralStrengthN;
  const young = getLoad(await ask(create({ ...patient, tScore: 0 }, [stand])), level).centralStrengthN;
  const percent = (100 * own) / young;
  const MOST = 95;
  const answer = createLadder(random, percent, 5, MOST, (percent) => ({ percent }), NARROW_RUNG);
  if (!answer) return null;
  const values = { level: { text: level }, percent: { percent }, t: { tScore: patient.tScore } };
  const { trabecularDensityAtT0, trabecularDensityPerT } = getParameterValues(truth.overrides);
  return {
    kind: 'strength',
    asked: create(patient),
    truth,
    act: null,
    ask: { key: 'ask.strength', values },
    answer,
    because: { key: 'because.strength', values },
    figures: [
      { label: { key: 'figure.strengthNow' }, value: { newtons: own } },
      { label: { key: 'figure.strengthAt0' }, value: { newtons: young } },
      {
        label: { key: 'figure.density' },
        value: { mgPerCm3: trabecularDensityAtT0 + trabecularDensityPerT * patient.tScore },
      },
      { label: { key: 'figure.densityAt0' }, value: { mgPerCm3: trabecularDensityAtT0 } },
    ],
    about: null,
    radiograph: null,
    chart: false,
    sources: ['density', 'who'],
  };
};

import { levelIndex } from '../../src/core/anatomy/levels.ts';
import { createSection, createSectionState } from '../../src/core/bone/section.ts';
import { createLoadedSection } from '../../src/core/bone/sectionForce.ts';
import { applySurroundings } from '../../src/core/bone/sectionSolve.ts';
import { calcStrengthN } from '../../src/core/bone/strength.ts';
import { createPerson } from '../../src/core/simulation/patient/person.ts';
import { PATIENT, STEP_S } from './people.ts';
import { median, microseconds, type Row } from './row.ts';

const { model } = createPerson({ ...PATIENT, tScore: -3.5 });

/** Median time of one update of T12 with so many cells a side, ms, and its number of columns. */
function timeUpdate(raster?: number) {
  const section = createSection(model, levelIndex('T12'), raster);
  const strengthN = calcStrengthN(section, createSectionState(section), 0);
  let body = createLoadedSection(section);
  let step = 0;
  // up to 15 % over the strength in 40 steps, over and over: elastic, yielding and collapsing updates in their usual mixture
  const update = () => {
    const p = (1.15 * strengthN * (1 + (step % 40))) / 40;
    applySurroundings(body, {
      load: Float64Array.of(p, 2 * p, 0),
      stiffness: Float64Array.of(700, 2e5, 2e5),
    });
  };
  const prepare = () => {
    if (++step % 40 === 0) body = createLoadedSection(section);
  };
  for (let n = 0; n < 400; n++) {
    prepare();
    update();
  }
  return { ms: median(2000, update, prepare), columns: section.count };
}

export function benchBone(): Row[] {
  const usual = timeUpdate();
  const section = createSection(model, levelIndex('T12'));
  const search = () => calcStrengthN(section, createSectionState(section), 2);
  for (let n = 0; n < 20; n++) search();
  const searchMs = median(60, search);
  return [
    {
      name: `section update, ${usual.columns} columns`,
      value: 1000 * usual.ms,
      unit: 'µs',
      reference: 'real time of a step',
      ratio: (STEP_S * 1000) / usual.ms,
    },
    ...[8, 24, 32].map((raster): Row => {
      const { ms, columns } = timeUpdate(raster);
      return {
        name: `section update, ${columns} columns`,
        value: 1000 * ms,
        unit: 'µs',
        reference: `${usual.columns} columns (${microseconds(usual.ms)})`,
        ratio: usual.ms / ms,
      };
    }),
    { name: 'strength search', value: 1000 * searchMs, unit: 'µs', reference: null, ratio: null },
  ];
}

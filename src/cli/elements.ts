import { readFileSync, writeFileSync } from 'node:fs';
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { calcStrengthN } from '../core/bone/strength.ts';
import { type Outcome, runCollapse } from '../core/elements/outcome.ts';
import { createBodyPress } from '../core/elements/pressBody.ts';
import { writeVtu } from '../core/elements/vtu.ts';
import { findPressed } from '../core/simulation/inside/pressed.ts';
import { finish } from '../core/simulation/run.ts';
import { readScenario } from '../core/simulation/scenario.ts';
import { readText } from '../runtime/files/text.ts';
import { findPath, readCommand, readNumber, refuse } from './command.ts';
import { sayProblem } from './english.ts';

// presses one body of a scenario in finite elements until it has lost a quarter of its height. Exit 0; on bad input exit 2 with one line
// per problem on standard error and nothing on standard output.

const SHORTENING = 0.25;

const { values, operands } = readCommand({
  name: 'elements',
  about:
    'Presses one vertebral body in finite elements, in the state that a scenario leaves it in (before a last act), at the place where the last act loads it most, or else centrally. - reads standard input.',
  operands: 'FILE.json',
  options: {
    level: { type: 'string', value: 'LEVEL', about: 'T1 … L5; needed' },
    voxel: { type: 'string', default: '1', value: 'MM', about: 'side of a voxel, 0.7 to 4 mm' },
    json: { type: 'boolean', about: 'the result as JSON' },
    vtu: { type: 'string', value: 'OUT.vtu', about: 'also writes the body at its peak for ParaView' },
  },
  example: 'patient.json --level L1 --voxel 2',
});
const [file, ...more] = operands;
if (file === undefined || more.length > 0)
  refuse('Usage: npm run -s elements -- FILE.json --level L1 (or - for standard input; --help tells more).');
const bytes = readBytes();
if (!LEVELS.includes(values.level as Level))
  refuse(`--level must be one of ${LEVELS.join(', ')}, not ${values.level || 'empty'}.`);
const voxelMm = readNumber('voxel', values.voxel, 0.7, 4, false);

function readBytes(): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : findPath(file!));
  } catch {
    return refuse(`${file} cannot be read.`);
  }
}

const round = (value: number): number => +value.toPrecision(5);

function describe({ strengthN, stiffnessNPerMm, curve, peak, end }: Outcome) {
  return {
    strengthN: round(strengthN),
    stiffnessNPerMm: round(stiffnessNPerMm),
    shorteningAtPeakMm: round(peak.point.meanMm),
    yieldedAtPeak: roundAll(peak.yielded),
    yieldedAtEnd: roundAll(end.yielded),
    curve: curve.map(roundAll),
  };
}

const roundAll = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, round(value as number)])) as T;

const reading = readScenario(readText(bytes));
if (!reading.ok) refuse(...reading.problems.map(sayProblem));
else {
  const pressed = findPressed(reading.scenario, values.level as Level);
  const { person, index, section, state, frontMm, beforeEvent } = pressed;
  const place = { frontMm, rightMm: 0 };
  const press = createBodyPress(person.model, index, section, state, voxelMm, place);
  const outcome = finish(runCollapse(press, SHORTENING));
  const found = describe(outcome);
  const sectionStrengthN = calcStrengthN(section, state, frontMm);
  if (values.vtu) {
    try {
      writeFileSync(findPath(values.vtu), writeVtu(press.body, outcome.peak));
    } catch {
      refuse(`${values.vtu} cannot be written.`);
    }
  }
  const facts = {
    level: values.level,
    voxelMm,
    bricks: press.body.bricks.count,
    halved: press.body.bricks.grid.halved,
    beforeEvent,
    loadFrontMm: round(frontMm),
    sectionStrengthN: round(sectionStrengthN),
  };
  if (values.json) process.stdout.write(`${JSON.stringify({ ...facts, ...found }, null, 2)}\n`);
  else {
    const percent = (part: number) => `${(100 * part).toFixed(0)} %`;
    process.stdout.write(
      [
        `${facts.level}, voxels of ${voxelMm} mm, ${facts.bricks} bricks${facts.halved ? ' (half of the body)' : ''}, pressed ${facts.loadFrontMm.toFixed(1)} mm in front of its axis`,
        `strength ${found.strengthN.toFixed(0)} N at ${found.shorteningAtPeakMm.toFixed(2)} mm; the section's ${sectionStrengthN.toFixed(0)} N`,
        `stiffness ${found.stiffnessNPerMm.toFixed(0)} N/mm`,
        `yielded at the peak: ${Object.entries(found.yieldedAtPeak)
          .map(([region, part]) => `${region} ${percent(part)}`)
          .join(', ')}`,
        '',
        'shortening mm  force N  front mm  middle mm  back mm',
        ...found.curve.map((point) =>
          [
            point.meanMm.toFixed(2).padStart(13),
            point.forceN.toFixed(0).padStart(7),
            point.frontMm.toFixed(2).padStart(8),
            point.middleMm.toFixed(2).padStart(9),
            point.backMm.toFixed(2).padStart(7),
          ].join('  '),
        ),
        '',
      ].join('\n'),
    );
  }
}

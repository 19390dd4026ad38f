import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { display } from '../core/imaging/exams/display.ts';
import { type ExamResult, seedOfScenario, takeExam } from '../core/imaging/exams/exam.ts';
import { ALLOWED, EXAMS, type ExamName, type ImagePosture, POSTURES } from '../core/imaging/exams/names.ts';
import { runToState } from '../core/simulation/run.ts';
import { readScenario, type Scenario } from '../core/simulation/scenario.ts';
import { readGlb } from '../runtime/files/readGlb.ts';
import { readText } from '../runtime/files/text.ts';
import { burnIn, WARNING } from './burnIn.ts';
import { findPath, readCommand, refuse } from './command.ts';
import { encodeDicom } from './dicom.ts';
import { sayProblem } from './english.ts';
import { hashScenario } from './hash.ts';
import { encodePng } from './png.ts';
import { describeExam } from './readings.ts';

// takes an image of a scenario's person after the last event, and writes what is measured on it as JSON to standard output. Exit 0; on bad
// input exit 2 with one line per problem on standard error and nothing on standard output.

const { values, operands } = readCommand({
  name: 'image',
  about: `Takes an image of a scenario's person, and writes what is measured on it as JSON. ${WARNING} FILE.json is looked for where you stand; - reads standard input.`,
  operands: 'FILE.json',
  options: {
    exam: { type: 'string', value: 'EXAM', about: EXAMS.join(', ') },
    posture: { type: 'string', value: 'POSTURE', about: `${POSTURES.join(', ')}; otherwise the usual one` },
    level: { type: 'string', value: 'LEVEL', about: 'of ct-axial, T1 … L5 (L1)' },
    noise: { type: 'boolean', about: 'adds the noise of quanta to a film' },
    'no-grid': { type: 'boolean', about: 'takes a film without the grid that stops scatter' },
    png: { type: 'string', value: 'OUT.png', about: 'writes the picture, 16-bit grey' },
    dicom: { type: 'string', value: 'OUT.dcm', about: 'writes it as DICOM, marked as synthetic' },
  },
  example: 'patient.json --exam film-lateral --png film.png > film.json',
});

const isOneOf = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  (list as readonly (string | undefined)[]).includes(value);

/** Sentences about what was asked for. */
function findProblems(): readonly string[] {
  const { exam, posture, level } = values;
  const problems: string[] = [];
  if (operands.length !== 1)
    problems.push(
      'Give one scenario: npm run -s image -- FILE.json --exam EXAM (or - for standard input; --help tells more).',
    );
  if (exam === undefined) problems.push(`--exam is missing: one of ${EXAMS.join(', ')}.`);
  else if (!isOneOf(EXAMS, exam))
    problems.push(`--exam must be one of ${EXAMS.join(', ')}, not ${exam || 'empty'}.`);
  else if (isOneOf(POSTURES, posture) && !ALLOWED[exam].includes(posture))
    problems.push(`${exam} is not taken ${posture}: ${ALLOWED[exam].join(', ')}.`);
  if (posture !== undefined && !isOneOf(POSTURES, posture))
    problems.push(`--posture must be one of ${POSTURES.join(', ')}, not ${posture || 'empty'}.`);
  if (level !== undefined && !isOneOf(LEVELS, level))
    problems.push(`--level must be one of ${LEVELS.join(', ')}, not ${level || 'empty'}.`);
  else if (level !== undefined && exam !== 'ct-axial' && isOneOf(EXAMS, exam))
    problems.push(`--level belongs to ct-axial; ${exam} shows all levels.`);
  return problems;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : findPath(file));
  } catch {
    return refuse(`${file} cannot be read.`);
  }
}

async function readShapes() {
  const folder = join(import.meta.dirname, '../../models/meshes');
  const read = (file: string) => readGlb(Uint8Array.from(readFileSync(join(folder, `${file}.glb`))).buffer);
  return [...(await read('spine')), ...(await read('skeleton'))];
}

function write(option: string, file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(findPath(file), bytes);
  } catch {
    refuse(`--${option}: ${file} cannot be written.`);
  }
}

function save(result: ExamResult, exam: ExamName, scenario: Scenario): void {
  const image = burnIn(display(result), 65535, 0);
  if (values.png !== undefined) write('png', values.png, encodePng(image, WARNING));
  if (values.dicom !== undefined)
    write('dicom', values.dicom, encodeDicom(image, result, exam, hashScenario(scenario)));
}

const problems = findProblems();
if (problems.length > 0) refuse(...problems);
const reading = readScenario(readText(readBytes(operands[0]!)));
if (!reading.ok) refuse(...reading.problems.map(sayProblem));
else {
  const { scenario } = reading;
  const exam = values.exam as ExamName;
  const { person, state } = runToState(scenario);
  const result = takeExam(person, state, {
    exam,
    posture: values.posture as ImagePosture | undefined,
    level: values.level as Level | undefined,
    shapes: await readShapes(),
    seed: seedOfScenario(scenario),
    noise: values.noise,
    grid: !values['no-grid'],
  });
  save(result, exam, scenario);
  process.stdout.write(`${JSON.stringify(describeExam(result, exam), null, 2)}\n`);
}

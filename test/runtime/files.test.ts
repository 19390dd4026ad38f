import { describe, expect, it, vi } from 'vitest';
import { sayProblem } from '../../src/cli/english.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { type FileReading, MAX_FILE_BYTES, readFile, readFileText } from '../../src/runtime/files/files.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

const asFile = (text: string) => new Blob([text]);

describe('a file', () => {
  it('that holds a scenario is opened, a byte order mark and defaults included', async () => {
    const scenario = { ...DEFAULT_SCENARIO, events: [{ type: 'activity', name: 'cough' }] };
    const reading = await readFile(asFile(`\uFEFF${JSON.stringify(scenario, null, 2)}\n`));
    expect(reading).toMatchObject({ kind: 'scenario', scenario: { patient: DEFAULT_SCENARIO.patient } });
  });

  it('of our own results is known as that', () => {
    const { results } = finish(runScenario(DEFAULT_SCENARIO));
    expect(readFileText(JSON.stringify(results))).toEqual({ kind: 'results' });
  });

  it('too large is refused before it is read', async () => {
    const arrayBuffer = vi.fn(async () => new ArrayBuffer(0));
    expect(await readFile({ size: MAX_FILE_BYTES + 1, arrayBuffer })).toEqual({ kind: 'large' });
    expect(arrayBuffer).not.toHaveBeenCalled();
  });

  it('that the device does not give is said to be so', async () => {
    const reading = await readFile({ size: 10, arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(reading).toEqual({ kind: 'unread' });
  });

  it.each([
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0'],
    ['a page with a script', '<script>globalThis.ran = true</script>'],
    ['a program', 'globalThis.ran = true'],
    ['a JSON with a comment', '{"version": 1} // ran'],
    ['nothing', ''],
  ])('that is %s is no JSON, and runs nothing', (_, text) => {
    expect(readFileText(text)).toEqual({ kind: 'json' });
    expect(globalThis).not.toHaveProperty('ran');
  });

  it.each([
    ['nested as deep as it may be long', '['.repeat(99_000) + ']'.repeat(99_000)],
    ['objects nested', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['a list', '[1, 2]'],
    ['a number', '7'],
    ['null', 'null'],
    ['text', '"<img src=x onerror=alert(1)>"'],
  ])('%s has problems and throws nothing', (_, text) => {
    const reading = readFileText(text);
    expect(['problems', 'json']).toContain(reading.kind);
  });

  it('cannot reach a prototype', () => {
    const patient =
      '{"ageYears":72,"sex":"female","heightCm":160,"massKg":60,"tScore":-2.5,"__proto__":{"ran":1}}';
    const reading = readFileText(`{"version":1,"patient":${patient},"events":[]}`);
    expect(reading).toEqual({
      kind: 'problems',
      problems: [{ code: 'unknownField', values: { field: '__proto__' } }],
    });
    expect({}).not.toHaveProperty('ran');
  });

  it('says where it is wrong, and cuts a stranger’s text short', () => {
    const patient = { ...DEFAULT_SCENARIO.patient, tScore: 'low'.repeat(500) };
    const reading = readFileText(JSON.stringify({ ...DEFAULT_SCENARIO, patient }));
    const [problem] = (reading as Extract<FileReading, { kind: 'problems' }>).problems.map(sayProblem);
    expect(problem).toMatch(/^patient\.tScore must be a number from -6 to 4, but is "low/);
    expect(problem!.length).toBeLessThan(150);
  });
});

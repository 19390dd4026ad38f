import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STAND, scenario } from '../core/support.ts';
import { COMMANDS, call, ROOT, TSX } from '../repro/commandLine.ts';

const elements = (args: readonly string[], input = '') =>
  call(TSX, [join(ROOT, COMMANDS.elements), ...args], { input });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'columna-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const input = JSON.stringify(scenario(-3.5, [STAND]));

describe('elements', () => {
  it('presses the body of a scenario where its act loads it, and writes it for ParaView', async () => {
    const vtu = join(folder, 'body.vtu');
    const { code, out, err } = await elements(
      ['-', '--level', 'T12', '--voxel', '4', '--json', '--vtu', vtu],
      input,
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ level: 'T12', voxelMm: 4, halved: true, beforeEvent: 0 });
    expect(result.loadFrontMm).not.toBe(0);
    expect(result.strengthN / result.sectionStrengthN).toBeGreaterThan(0.8);
    expect(result.strengthN / result.sectionStrengthN).toBeLessThan(1.3);
    expect(result.curve.at(-1).meanMm).toBeGreaterThan(4);
    expect(readFileSync(vtu, 'utf8')).toContain(`NumberOfCells="${result.bricks}"`);
  });

  it.each([
    [['-'], /--level must be one of T1, .*, not empty\./],
    [['-', '--level', 'C7'], /not C7\./],
    [['-', '--level', 'L1', '--voxel', '0.1'], /--voxel must be a number from 0.7 to 4, not 0.1\./],
    [[], /^Usage: /],
    [['nowhere.json', '--level', 'L1'], /nowhere\.json cannot be read\./],
  ])('refuses %j in a sentence', async (args, sentence) => {
    const { code, out, err } = await elements(args, input);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim()).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

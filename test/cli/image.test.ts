import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dcmjs from 'dcmjs';
import { describe, expect, it } from 'vitest';

const FOLDER = mkdtempSync(join(tmpdir(), 'columna-image-'));
const PATIENT = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -3 };
const file = (name: string, scenario: unknown): string => {
  const path = join(FOLDER, name);
  writeFileSync(path, typeof scenario === 'string' ? scenario : JSON.stringify(scenario));
  return path;
};
const GOOD = file('good.json', { version: 1, patient: PATIENT, events: [] });

const run = (...args: string[]) =>
  spawnSync('node_modules/.bin/tsx', ['src/cli/image.ts', ...args], { encoding: 'utf8' });

describe('npm run image', () => {
  it.each([
    [[], 2],
    [[GOOD, '--exam', 'scan', '--level', 'X9', '--posture', 'flying'], 3],
    [[GOOD, '--exam', 'dxa', '--posture', 'standing', '--level', 'L1'], 2],
    [[join(FOLDER, 'none.json'), '--exam', 'dxa'], 1],
    [
      [file('bad.json', { version: 1, patient: { ...PATIENT, tScore: 'low' }, events: [] }), '--exam', 'dxa'],
      1,
    ],
  ])('refuses %j with a sentence each', (args, count) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(count);
    for (const line of lines) expect(line).toMatch(/\.$|tells more\)\.$/);
  });

  it('writes JSON, a PNG of 16 bits and DICOM that reads back exactly', () => {
    const png = join(FOLDER, 'out.png');
    const dcm = join(FOLDER, 'out.dcm');
    const { status, stdout } = run(GOOD, '--exam', 'ct-sagittal', '--png', png, '--dicom', dcm);
    expect(status).toBe(0);
    const reading = JSON.parse(stdout);
    expect(reading.levels.L1.trabecularHU).toBeGreaterThan(0);
    expect(reading).toHaveProperty('ofScore', null);
    const bytes = readFileSync(png);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes[24]).toBe(16);
    const { data } = dcmjs;
    const { dict } = data.DicomMessage.readFile(Uint8Array.from(readFileSync(dcm)).buffer);
    expect(dict['0008001C']!.Value).toEqual(['YES']);
    expect(dict['00280301']!.Value).toEqual(['YES']);
    expect(dict['00280030']!.Value).toEqual([0.5, 0.5]);
    const [columns, rows] = [dict['00280011']!.Value![0] as number, dict['00280010']!.Value![0] as number];
    const stored = new Int16Array(dict['7FE00010']!.Value![0] as ArrayBuffer);
    expect(stored).toHaveLength(columns * rows);
    // air, and the black of the band below
    expect(stored.includes(-1000)).toBe(true);
    expect(stored.reduce((least, value) => Math.min(least, value), 0)).toBe(-1024);
  });
});

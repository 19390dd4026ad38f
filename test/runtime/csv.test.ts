import { expect, it } from 'vitest';
import { LEVELS } from '../../src/core/anatomy/levels.ts';
import { getLevelLoads } from '../../src/core/simulation/results/results.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario, type Scenario } from '../../src/core/simulation/scenario.ts';
import { writeCsv } from '../../src/runtime/files/csv.ts';

const reading = checkScenario({
  version: 1,
  patient: { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: -4 },
  events: [
    { type: 'activity', name: 'lift' },
    { type: 'cement', level: 'T12' },
  ],
});
const { scenario } = reading as { scenario: Scenario };
const { results } = finish(runScenario(scenario));
const lines = writeCsv(results).split('\r\n');
const cells = lines.map((line) => line.split(','));
const column = (name: string) => cells[0]!.indexOf(name);

it('has a head with units, and a row per event and level', () => {
  expect(lines.at(-1)).toBe('');
  expect(lines).toHaveLength(1 + 2 * LEVELS.length + 1);
  for (const name of ['peak_compression_N', 'flexion_moment_at_peak_Nm', 'fracture_time_s', 'wedge_deg'])
    expect(column(name)).toBeGreaterThan(0);
  for (const row of cells.slice(0, -1)) expect(row).toHaveLength(cells[0]!.length);
});

it('has the results’ own figures, to the last digit', () => {
  const [lift] = results.events;
  getLevelLoads(lift!).forEach((row, i) => {
    expect(cells[1 + i]![column('level')]).toBe(row.level);
    expect(Number(cells[1 + i]![column('load_over_strength')])).toBe(row.loadOverStrength);
    expect(Number(cells[1 + i]![column('peak_compression_N')])).toBe(row.peakCompressionN);
  });
  expect(lift!.fractures.length).toBeGreaterThan(0);
  for (const fracture of lift!.fractures) {
    const row = cells[1 + LEVELS.indexOf(fracture.level)]!;
    expect(row[column('fracture_shape')]).toBe(fracture.shape);
    expect(Number(row[column('anterior_height_loss_percent')])).toBe(fracture.anteriorHeightLossPercent);
  }
});

it('leaves empty what an event does not compute', () => {
  const treatment = cells.slice(1 + LEVELS.length, -1);
  expect(treatment.map((row) => row[column('event_type')])).toEqual(LEVELS.map(() => 'cement'));
  for (const row of treatment) expect(row[column('strength_N')]).toBe('');
});

it('quotes what would break a row', () => {
  const awkward = { ...results, modelVersion: 'a,"b"\r\nc' };
  expect(writeCsv(awkward).split('\r\n')[1]).toMatch(/,"a,""b""$/);
});

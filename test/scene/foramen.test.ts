import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEVEL_COUNT, LEVELS, levelIndex } from '../../src/core/anatomy/levels.ts';
import { finish, runScenario } from '../../src/core/simulation/run.ts';
import { checkScenario } from '../../src/core/simulation/scenario.ts';
import { readGlb } from '../../src/runtime/files/readGlb.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { mergeSpine } from '../../src/scene/bones/spineGeometry.ts';
import { createForamina, type Foramina } from '../../src/scene/layers/foramen.ts';

const WOMAN = { ageYears: 72, sex: 'female', heightCm: 160, massKg: 60, tScore: 0 } as const;
let foramina: Foramina;

beforeAll(async () => {
  const { buffer, byteOffset, length } = readFileSync('models/meshes/spine.glb');
  const file = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer;
  foramina = createForamina(mergeSpine(await readGlb(file)));
});

function stand(patient: object, events: readonly object[] = [], share = 1) {
  const reading = checkScenario({ version: 1, patient, events });
  if (!reading.ok) throw new Error(reading.problems.join(' '));
  const { trace } = finish(runScenario(reading.scenario));
  const pose = createPose();
  pose.setTrace(trace, reading.scenario.patient);
  pose.setTime(share * trace.durationS);
  return { trace, areasMm2: LEVELS.map((_, i) => foramina.measureMm2(pose, i)) };
}

describe('the foramina of the drawn bones', () => {
  /**
   * Bone to bone, without ligament and capsule. Lumbar foramina of 1000 young adults by CT, all levels together: 133 ± 34.7 mm² (AANS
   * 2025 poster 725393, its abstract); the largest between L2 and L4, falling off to both sides (CT of 969 patients, Neurosurgery 2024,
   * 94:813, its abstract). For thoracic ones we have no source: bounds only against a broken outline.
   */
  const LUMBAR = { meanMm2: 133, sdMm2: 34.7 };

  // known to fail since the bodies are as tall as on CT: pedicles and facets keep the size of the smaller specimens that they were
  // measured on, so that the space below a pedicle has grown
  it.fails('are of the size of people’s', () => {
    const { areasMm2 } = stand(WOMAN);
    const lumbar = areasMm2.slice(levelIndex('L1'));
    for (const areaMm2 of areasMm2.slice(0, levelIndex('L1'))) expect(areaMm2).toBeLessThan(160);
    for (const areaMm2 of lumbar) expect(Math.abs(areaMm2 - LUMBAR.meanMm2) / LUMBAR.sdMm2).toBeLessThan(2);
    const meanMm2 = lumbar.reduce((sum, areaMm2) => sum + areaMm2, 0) / lumbar.length;
    expect(Math.abs(meanMm2 - LUMBAR.meanMm2) / LUMBAR.sdMm2).toBeLessThan(1);
  });

  it('are closed all round, and grow to the middle of the loins', () => {
    const { areasMm2 } = stand(WOMAN);
    const lumbar = areasMm2.slice(levelIndex('L1'));
    expect(Math.max(...lumbar.slice(1, 4))).toBe(Math.max(...lumbar));
    for (let i = 0; i < levelIndex('L1'); i++) {
      expect(areasMm2[i], LEVELS[i]).toBeGreaterThan(45);
    }
    const man = stand({ ...WOMAN, sex: 'male', heightCm: 175 }).areasMm2;
    for (let i = 0; i < LEVEL_COUNT; i++) expect(man[i]! / areasMm2[i]!, LEVELS[i]).toBeGreaterThan(0.95);
  });

  it('leave no gap but the joint’s', () => {
    stand(WOMAN, [{ type: 'activity', name: 'bend' }], 0.5);
    // 180 rays; the last one measured is that below L5
    expect(foramina.getRimCount()).toBeGreaterThan(150);
  });

  // in cadavers by about an eighth from upright to bent (Inufusa 1996, as we remember it: unverified); ours bends as far as a back can
  it('open when the back bends forward', () => {
    const upright = stand(WOMAN).areasMm2;
    const bent = stand(WOMAN, [{ type: 'activity', name: 'bend' }], 0.5).areasMm2;
    for (const level of ['L1', 'L2', 'L3', 'L4', 'L5'] as const) {
      const i = levelIndex(level);
      expect(bent[i]! / upright[i]!, level).toBeGreaterThan(1.05);
      expect(bent[i]! / upright[i]!, level).toBeLessThan(1.6);
    }
  });

  it('narrow where a body has collapsed', () => {
    const intact = stand(WOMAN).areasMm2;
    const crushed = { level: 'L2', shape: 'crush', genantGrade: 3 } as const;
    const { areasMm2 } = stand({ ...WOMAN, knownFractures: [crushed] });
    expect(areasMm2[levelIndex('L2')]! / intact[levelIndex('L2')]!).toBeLessThan(0.95);
    // far from it nothing has changed but the stoop
    expect(areasMm2[levelIndex('T5')]! / intact[levelIndex('T5')]!).toBeGreaterThan(0.97);
  });
});

import { createHash } from 'node:crypto';
import type { Scenario } from '../core/simulation/scenario.ts';

/** What stands for a scenario: a seed, and an identifier in decimal digits for DICOM. */
export interface ScenarioHash {
  readonly seed: number;
  readonly decimal: string;
}

export function hashScenario(scenario: Scenario): ScenarioHash {
  const digest = createHash('sha256').update(JSON.stringify(scenario)).digest();
  return {
    seed: digest.readUInt32BE(0),
    // 120 bits: with its prefix within the 64 characters of a unique identifier
    decimal: BigInt(`0x${digest.subarray(0, 15).toString('hex')}`).toString(),
  };
}

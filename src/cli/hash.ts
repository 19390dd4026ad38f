import { createHash } from 'node:crypto';
import type { Scenario } from '../core/simulation/scenario.ts';

/** Identifier of a scenario in decimal digits, for DICOM. */
export function hashScenario(scenario: Scenario): string {
  const digest = createHash('sha256').update(JSON.stringify(scenario)).digest();
  // 120 bits: with its prefix within the 64 characters of a unique identifier
  return BigInt(`0x${digest.subarray(0, 15).toString('hex')}`).toString();
}

import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { sacrumSolid } from './sacrum.ts';
import { type BoneSolid, vertebraSolid } from './vertebra.ts';

export type BoneName = Level | 'sacrum';
/** The bones of spine.glb, from the top down. */
export const BONES: readonly BoneName[] = [...LEVELS, 'sacrum'];

export const boneSolid = (name: BoneName): BoneSolid =>
  name === 'sacrum' ? sacrumSolid() : vertebraSolid(name);

import { STRENGTH_CV } from '../../../src/core/simulation/patient/strengthScatter.ts';
import type { Setting } from './row.ts';

/** The model as it is. */
export const AS_IT_IS: Setting = { overrides: {}, strengthCv: STRENGTH_CV };

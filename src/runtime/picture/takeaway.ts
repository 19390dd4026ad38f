import type { Shown } from '../session/session.ts';

/** Files of the spine in three dimensions: glTF in one file, and what iPhones and iPads open. */
export type ModelFormat = 'glb' | 'usdz';

/** Part of the picture that writes files, loaded when the first is asked for. */
export interface Takeaway {
  writeModel(shown: Shown, timeS: number, format: ModelFormat): Promise<Blob>;
}

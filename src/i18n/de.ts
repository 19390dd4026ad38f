import type { Texts } from './translate.ts';

export default {} satisfies Partial<Texts>;

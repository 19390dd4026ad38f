import type { Translate } from '../../i18n/translate.ts';
import { useNamespace } from '../../panels/useNamespace.ts';

export type HandoutTranslate = Translate<'handout'>;

/** The words of the page that is taken home; they come with it. */
export const useHandout = (): HandoutTranslate => useNamespace('handout');

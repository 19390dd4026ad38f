import { loadTexts } from '../../i18n/texts.ts';
import type { Language, Translate } from '../../i18n/translate.ts';
import { useNamespace } from '../useNamespace.ts';

export type SheetTranslate = Translate<'sheets'>;

export const loadTranslate = async ({ lang, read }: Language): Promise<SheetTranslate> =>
  read<'sheets'>(await loadTexts(lang, 'sheets'));

/** Texts of the sheets, loaded with the first sheet. */
export const useTexts = (): SheetTranslate => useNamespace('sheets');

import { use } from 'react';
import type { Namespace } from '../i18n/keys.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import { usePanel } from './context.ts';

/** The words of a sheet or a mode; they come with the first look at it. */
export function useNamespace<N extends Namespace>(namespace: N): Translate<N> {
  const { lang, read } = usePanel().language;
  return read<N>(use(loadTexts(lang, namespace)));
}

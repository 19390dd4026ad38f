import { use } from 'react';
import type { ClinicKey } from '../../i18n/en.clinic.ts';
import { loadClinicTexts } from '../../i18n/onDemand.ts';
import type { Values } from '../../i18n/translate.ts';
import { usePanel } from '../../panels/context.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { openStory } from '../narrative/useStory.ts';
import { createClinic } from './clinicStore.ts';

export const openClinic = openOnce((page) => createClinic(page, openStory(page)));
export const useClinic = () => useMode(openClinic);
export const useClinicState = () => useModeState(openClinic);

export type ClinicTranslate = (key: ClinicKey, values?: Values) => string;

/** The clinic's own words; they come with it. */
export function useClinicTexts(): ClinicTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadClinicTexts(lang));
  return (key, values) => fill(texts[key], values);
}

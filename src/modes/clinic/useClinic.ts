import type { Translate } from '../../i18n/translate.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { openStory } from '../narrative/useStory.ts';
import { createClinic } from './clinicStore.ts';

export const openClinic = openOnce((page) => createClinic(page, openStory(page)));
export const useClinic = () => useMode(openClinic);
export const useClinicState = () => useModeState(openClinic);

export type ClinicTranslate = Translate<'clinic'>;

/** Texts of the clinic, loaded with it. */
export const useClinicTexts = (): ClinicTranslate => useNamespace('clinic');

import { use, useSyncExternalStore } from 'react';
import type { ClinicKey } from '../../i18n/en.clinic.ts';
import { loadClinicTexts } from '../../i18n/onDemand.ts';
import type { Values } from '../../i18n/translate.ts';
import { usePanel } from '../../panels/context.ts';
import type { Session } from '../../runtime/session/session.ts';
import { useStory } from '../narrative/useStory.ts';
import { type Clinic, type ClinicState, createClinic } from './clinicStore.ts';

/** One clinic a session: the parts over and beside the stage share it. */
const clinics = new WeakMap<Session, Clinic>();

export function useClinic(): Clinic {
  const panel = usePanel();
  const story = useStory();
  const clinic = clinics.get(panel.session) ?? createClinic(panel, story);
  clinics.set(panel.session, clinic);
  return clinic;
}

export function useClinicState(): ClinicState {
  const { store } = useClinic();
  return useSyncExternalStore(store.subscribe, store.getState);
}

export type ClinicTranslate = (key: ClinicKey, values?: Values) => string;

/** The clinic's own words; they come with it. */
export function useClinicTexts(): ClinicTranslate {
  const { lang, fill } = usePanel().language;
  const texts = use(loadClinicTexts(lang));
  return (key, values) => fill(texts[key], values);
}

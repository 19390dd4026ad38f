import { useSyncExternalStore } from 'react';
import type { Translate } from '../../i18n/translate.ts';
import { usePanel } from '../../panels/context.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import type { Session } from '../../runtime/session/session.ts';
import { useStory } from '../story/useStory.ts';
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

export type ClinicTranslate = Translate<'clinic'>;

/** The clinic's own words; they come with it. */
export const useClinicTexts = (): ClinicTranslate => useNamespace('clinic');

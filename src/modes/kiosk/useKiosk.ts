import { useSyncExternalStore } from 'react';
import { useSession } from '../../panels/context.ts';
import { useNamespace } from '../../panels/useNamespace.ts';
import { openOnce, useMode, useModeState } from '../mode.ts';
import { type Bone, findBone } from './boneTScores.ts';
import type { IdleState } from './idle.ts';
import { createKiosk } from './kioskStore.ts';
import type { KioskTranslate } from './tell.ts';

export const openKiosk = openOnce(createKiosk);
export const useKiosk = () => useMode(openKiosk);
export const useKioskState = () => useModeState(openKiosk);

export function useIdle(): IdleState {
  const { store } = useKiosk().idle;
  return useSyncExternalStore(store.subscribe, store.getState);
}

/** Bone of the person who was asked for last. */
export function useBone(): Bone {
  const tScore = useSession((state) => state.scenario.patient.tScore);
  const { boneTScores } = useKioskState();
  return boneTScores ? findBone(boneTScores, tScore) : 'fragile';
}

/** Texts of the kiosk, loaded with it. */
export const useKioskTexts = (): KioskTranslate => useNamespace('kiosk');

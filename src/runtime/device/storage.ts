import { getPolicy, type ModeName } from '../session/modePolicy.ts';

/** The store that a mode's row gives it; null where it gives none, or the browser refuses it. */
export function findStorage(mode: ModeName): Storage | null {
  const { storage } = getPolicy(mode);
  try {
    if (storage === 'tab') return sessionStorage;
    return storage === 'device' ? localStorage : null;
  } catch {
    return null;
  }
}

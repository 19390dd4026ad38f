import { getPolicy, type ModeName } from '../session/modePolicy.ts';

/** Storage that the mode's row of the policy allows; null where it allows none, or the browser refuses it. */
export function findStorage(mode: ModeName): Storage | null {
  const { storage } = getPolicy(mode);
  try {
    if (storage === 'tab') return sessionStorage;
    return storage === 'device' ? localStorage : null;
  } catch {
    return null;
  }
}

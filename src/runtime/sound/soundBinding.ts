import type { SettingsStore } from '../device/settings.ts';
import type { Session } from '../session/session.ts';
import type { Sound } from './sound.ts';

const GESTURES = ['pointerdown', 'keydown'] as const;

/** Loads the sound when it is on, and not before the visitor's first input: browsers allow none earlier. */
export function bindSound(session: Session, settings: SettingsStore): void {
  let touched = false;
  let wanted = false;
  let sound: Sound | null = null;
  const follow = () => {
    const next = touched && settings.getState().sound;
    if (next === wanted) return;
    wanted = next;
    sound?.dispose();
    sound = null;
    if (!wanted || typeof AudioContext === 'undefined') return;
    import('./sound.ts')
      .then(({ createSound }) => {
        if (wanted && !sound) sound = createSound(session, new AudioContext());
      })
      // a device without sound still shows everything
      .catch(() => {});
  };
  const note = () => {
    touched = true;
    for (const gesture of GESTURES) removeEventListener(gesture, note);
    follow();
  };
  for (const gesture of GESTURES) addEventListener(gesture, note);
  settings.subscribe(follow);
}

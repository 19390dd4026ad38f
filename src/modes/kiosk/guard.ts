import type { SettingsStore } from '../../runtime/device/settings.ts';
import { bindIdle, type Idle } from './idle.ts';
import { lockPage } from './lockPage.ts';
import { bindStaffGesture } from './staffGesture.ts';
import { keepAwake } from './wakeLock.ts';
import { watchPage } from './watchdog.ts';

/** Keeps a page that nobody watches awake, in its mode and without a way out but the staff's. Returns how to end that. */
export function guard({
  settings,
  idle,
  idleS,
  onStaff,
}: {
  readonly settings: SettingsStore;
  readonly idle: Idle;
  readonly idleS: number;
  readonly onStaff: () => void;
}): () => void {
  idle.begin(idleS);
  const boneTScores = [
    lockPage(),
    bindStaffGesture(onStaff),
    bindIdle(idle),
    keepAwake(),
    watchPage(),
    // going back faster than the page can hold it
    settings.subscribe(({ mode }) => {
      if (mode !== 'kiosk') settings.setState({ mode: 'kiosk' });
    }),
  ];
  return () => {
    for (const stop of boneTScores) stop();
  };
}

import type { SettingsStore } from '../../runtime/device/settings.ts';
import { bindIdle, type Idle } from './idle.ts';
import { lockPage } from './lockPage.ts';
import { bindStaffGesture } from './staffGesture.ts';
import { keepAwake } from './wakeLock.ts';
import { watchPage } from './watchdog.ts';

/** Keeps an unattended page awake, in its mode and without a way out except the staff's. Returns a function that ends this. */
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
    // the browser went back faster than the page can prevent
    settings.subscribe(({ mode }) => {
      if (mode !== 'kiosk') settings.setState({ mode: 'kiosk' });
    }),
  ];
  return () => {
    for (const stop of boneTScores) stop();
  };
}

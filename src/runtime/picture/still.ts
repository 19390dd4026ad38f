import type { SettingsStore } from '../device/settings.ts';
import { DEFAULT_SCENARIO } from '../session/defaultScenario.ts';
import type { Session } from '../session/session.ts';

// A still of the standing person replaces the live picture until that is there (`src/shell/`).

/** Removes the still: the live picture is there, or shows something else. */
export function endStill(): void {
  delete document.documentElement.dataset.still;
}

/** Removes the still as soon as it would show something other than what is asked for. */
export function bindStill(session: Session, settings: SettingsStore): void {
  settings.subscribe((now, before) => {
    if (now.mode !== before.mode || now.theme !== before.theme || now.view !== before.view) endStill();
  });
  session.store.subscribe(({ scenario, previewTScore }) => {
    if (scenario !== DEFAULT_SCENARIO || previewTScore !== null) endStill();
  });
}

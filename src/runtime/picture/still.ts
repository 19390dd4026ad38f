import type { SettingsStore } from '../device/settings.ts';
import { DEFAULT_SCENARIO } from '../session/defaultScenario.ts';
import type { Session } from '../session/session.ts';

// A still of the person who stands there stands in for the picture until that has come (`src/shell/`).

/** Takes the still away: the picture has come, or is another one. */
export function endStill(): void {
  delete document.documentElement.dataset.still;
}

/** Takes it away as soon as it would show something else than what is asked for. */
export function bindStill(session: Session, settings: SettingsStore): void {
  settings.subscribe((now, before) => {
    if (now.mode !== before.mode || now.theme !== before.theme || now.view !== before.view) endStill();
  });
  session.store.subscribe(({ scenario, previewTScore }) => {
    if (scenario !== DEFAULT_SCENARIO || previewTScore !== null) endStill();
  });
}

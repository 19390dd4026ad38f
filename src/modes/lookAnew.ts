import type { Settings, SettingsStore } from '../runtime/device/settings.ts';

/** Shows the stage anew: the camera goes to its view, and no vertebra is selected or isolated. */
export function lookAnew(
  settings: SettingsStore,
  look: Pick<Settings, 'view' | 'comparison'> & Partial<Settings>,
): void {
  settings.setState(({ viewAsked }) => ({
    ...look,
    viewAsked: viewAsked + 1,
    selected: null,
    isolated: null,
  }));
}

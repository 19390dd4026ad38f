import type { Scenario } from '../core/simulation/scenario.ts';
import type { PanelContextValue } from '../panels/context.ts';
import type { Settings } from '../runtime/device/settings.ts';
import type { Session } from '../runtime/session/session.ts';

type Page = Pick<PanelContextValue, 'session' | 'settings'>;

/** The page as it was before a mode put its own things on the stage. */
export interface PageBefore {
  readonly scenario: Scenario;
  readonly settings: Partial<Settings>;
}

export function takePage({ session, settings }: Page): PageBefore {
  const { view, turning, tinted, layers, faint, twin, selected, isolated } = settings.getState();
  return {
    scenario: session.store.getState().scenario,
    settings: { view, turning, tinted, layers, faint, twin, selected, isolated },
  };
}

export function putPageBack({ session, settings }: Page, before: PageBefore): void {
  settings.setState(before.settings);
  session.open(before.scenario);
}

/** Calls back once the session shows something: at once, or when what a link says is computed. Returns how to give that up. */
export function whenShown({ store }: Session, then: () => void): () => void {
  if (store.getState().shown) {
    then();
    return () => {};
  }
  const stop = store.subscribe(({ shown, problems }) => {
    if (!shown && problems.length === 0) return;
    stop();
    then();
  });
  return stop;
}

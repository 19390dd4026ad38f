import type { Scenario } from '../core/simulation/scenario.ts';
import type { PanelContextValue } from '../panels/context.ts';
import type { Settings } from '../runtime/device/settings.ts';
import { getPolicy, type ModeName } from '../runtime/session/modePolicy.ts';
import type { Session } from '../runtime/session/session.ts';

export type Page = Pick<PanelContextValue, 'session' | 'settings'>;

/** The page as it was before a mode put its own things on the stage. */
export interface PageBefore {
  readonly scenario: Scenario;
  readonly settings: Partial<Settings>;
}

/** A mode on the page, from when it is entered until it is left. */
export interface Stay {
  enter(): void;
  leave(): void;
  /** Ends with the stay. */
  until(stop: () => void): void;
  /** Remembers the page as it is, once a stay: so it is when the mode is left. */
  keepPage(): PageBefore;
  /** The page that it goes back to; null before it was kept. */
  readonly before: PageBefore | null;
  /** Has the page go back to another scenario. */
  goBackTo(scenario: Scenario): void;
}

/** What a mode does on entering, and on leaving before the page is given back. */
interface Ends {
  begin(): void;
  end(): void;
}

/** One stay after the other, as the mode's row says. Leaving twice is leaving once. */
export function createStay(mode: ModeName, page: Page, { begin, end }: Ends): Stay {
  const { givesPageBack, leftAtOnce } = getPolicy(mode);
  let isIn = false;
  let before: PageBefore | null = null;
  let stops: (() => void)[] = [];
  const stay: Stay = {
    enter() {
      if (isIn) return;
      isIn = true;
      // before anything could write what is on the stage into another mode's address
      if (leftAtOnce) stay.until(page.settings.subscribe(({ mode: now }) => now !== mode && stay.leave()));
      begin();
    },
    leave() {
      if (!isIn) return;
      isIn = false;
      for (const stop of stops) stop();
      stops = [];
      end();
      if (before && givesPageBack) putPageBack(page, before);
      before = null;
    },
    until: (stop) => void stops.push(stop),
    keepPage() {
      before ??= takePage(page);
      return before;
    },
    get before() {
      return before;
    },
    goBackTo(scenario) {
      if (before) before = { ...before, scenario };
    },
  };
  return stay;
}

function takePage({ session, settings }: Page): PageBefore {
  const { view, rotating, tinted, layers, faint, comparison, selected, isolated } = settings.getState();
  return {
    scenario: session.store.getState().scenario,
    settings: { view, rotating, tinted, layers, faint, comparison, selected, isolated },
  };
}

function putPageBack({ session, settings }: Page, before: PageBefore): void {
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

import type { Scenario } from '../core/simulation/scenario.ts';
import type { PanelContextValue } from '../panels/context.ts';
import type { Settings } from '../runtime/device/settings.ts';
import { getPolicy, type ModeName } from '../runtime/session/modePolicy.ts';
import type { Session } from '../runtime/session/session.ts';

export type Page = Pick<PanelContextValue, 'session' | 'settings'>;

/** State of the page before a mode changed the stage. */
export interface PageBefore {
  readonly scenario: Scenario;
  readonly settings: Partial<Settings>;
}

/** Stay of a mode on the page, from entering to leaving. */
export interface Stay {
  enter(): void;
  leave(): void;
  /** Registers a function that is called at the end of the stay. */
  until(stop: () => void): void;
  /** Stores the state of the page, once per stay, to be restored when the mode is left. */
  keepPage(): PageBefore;
  /** Stored state of the page; null before it was stored. */
  readonly before: PageBefore | null;
  /** Sets another scenario to return to. */
  goBackTo(scenario: Scenario): void;
}

/** Functions called on entering, and on leaving before the page is restored. */
interface Ends {
  begin(): void;
  end(): void;
}

/** Runs one stay after the other, by the mode's row of the policy. Leaving twice has no further effect. */
export function createStay(mode: ModeName, page: Page, { begin, end }: Ends): Stay {
  const { givesPageBack, leftAtOnce } = getPolicy(mode);
  let isIn = false;
  let before: PageBefore | null = null;
  let stops: (() => void)[] = [];
  const stay: Stay = {
    enter() {
      if (isIn) return;
      isIn = true;
      // before anything could write the stage's scenario into another mode's address
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

/** Calls back once the session shows something: at once, or when a link's scenario is computed. Returns a function that cancels this. */
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

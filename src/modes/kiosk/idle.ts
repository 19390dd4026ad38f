import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Address } from '../../runtime/address/address.ts';
import { MODE_POLICIES } from '../../runtime/session/modePolicy.ts';

/** Time from the warning to the end of a visit, s: below 10 even with the computation of the reset. */
export const WARNING_S = 6;
const USUAL_S = MODE_POLICIES.kiosk.idleS;
const LEAST_S = 3;
const MOST_S = 3600;
/** Interval at which the time is checked, ms. */
const TICK_MS = 200;

/** State of a visit; `fresh`: nobody has touched anything since it was reset. */
export interface IdleState {
  readonly phase: 'fresh' | 'used' | 'warning';
  /** Time to the end of the visit during the warning, s. */
  readonly leftS: number;
}

export interface Idle {
  readonly store: StoreApi<IdleState>;
  /** Starts a new visit, with a warning after this time without input, s. */
  begin(idleS: number): void;
  /** Records an input. */
  note(): void;
  /** Checks the time. */
  tick(): void;
}

/** Time without input after which the address wants the warning, s. */
export function readIdleS({ get }: Pick<Address, 'get'>): number {
  const asked = Number(get('idle') || USUAL_S);
  return Number.isFinite(asked) ? Math.min(MOST_S, Math.max(LEAST_S, asked)) : USUAL_S;
}

/**
 * Measures the time without input; after a visit has ended, the next touch begins a new one.
 *
 * @param isBusy whether something plays: a visitor who watches is there, and the time begins at its end
 */
export function createIdle(
  onEnd: () => void,
  isBusy: () => boolean = () => false,
  nowMs: () => number = Date.now,
): Idle {
  const store = createStore<IdleState>(() => ({ phase: 'fresh', leftS: 0 }));
  let idleS: number = USUAL_S;
  let lastMs = nowMs();
  const set = (phase: IdleState['phase'], leftS: number) => {
    const before = store.getState();
    if (before.phase !== phase || before.leftS !== leftS) store.setState({ phase, leftS });
  };
  return {
    store,
    begin(nextS) {
      idleS = nextS;
      lastMs = nowMs();
      set('fresh', 0);
    },
    note() {
      lastMs = nowMs();
      set('used', 0);
    },
    tick() {
      if (store.getState().phase === 'fresh') return;
      // a clock that was set back does not make a visit longer
      lastMs = Math.min(lastMs, nowMs());
      if (store.getState().phase === 'used' && isBusy()) lastMs = nowMs();
      const restS = (nowMs() - lastMs) / 1000 - idleS;
      if (restS >= WARNING_S) {
        set('fresh', 0);
        onEnd();
      } else if (restS >= 0) set('warning', Math.ceil(WARNING_S - restS));
    },
  };
}

/** Counts every touch, key and movement of the wheel as input, but not a pointer that only hovers. */
export function bindIdle(idle: Idle): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const)
    addEventListener(type, () => idle.note(), options);
  addEventListener('pointermove', ({ buttons }) => buttons > 0 && idle.note(), options);
  const timer = setInterval(() => idle.tick(), TICK_MS);
  return () => {
    stop.abort();
    clearInterval(timer);
  };
}

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Speed } from './clock.ts';
import type { Phase, Session } from './session.ts';

/** Least time between two updates while something plays, ms: figures must stay readable. */
const SAMPLE_MS = 66;

/** Playback time as the panels follow it. */
export interface Playhead {
  readonly timeS: number;
  readonly phase: Phase;
  readonly speed: Speed;
}

export type PlayheadStore = StoreApi<Playhead>;

export function createPlayhead(session: Session): PlayheadStore {
  const { clock } = session;
  const read = (): Playhead => ({ timeS: clock.timeS, phase: session.getPhase(), speed: clock.speed });
  const store = createStore<Playhead>(read);
  let sampledMs = 0;
  const sample = () => {
    const now = performance.now();
    const next = read();
    const before = store.getState();
    const changed = next.phase !== before.phase || next.speed !== before.speed;
    if (!changed && (next.timeS === before.timeS || (clock.playing && now - sampledMs < SAMPLE_MS))) return;
    sampledMs = now;
    store.setState(next);
  };
  session.store.subscribe(sample);
  clock.subscribe(sample);
  return store;
}

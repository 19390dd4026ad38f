import { createStore, type StoreApi } from 'zustand/vanilla';
import { findStorage } from '../../runtime/device/storage.ts';

/** How often something was done at this device: no person, no time of day. */
export interface Counts {
  /** Day of the first count, ISO; null: nothing counted yet. */
  readonly sinceDay: string | null;
  /** By what was done. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Whether the device keeps them. */
  readonly kept: boolean;
}

export interface CountsStore {
  readonly store: StoreApi<Counts>;
  add(what: string, times?: number): void;
  clear(): void;
}

const KEY = 'columna-kiosk-counts';
const NOTHING = { sinceDay: null, numbers: {} } as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is stored, as far as it is sound. */
function read(storage: Storage | null): Pick<Counts, 'sinceDay' | 'numbers'> {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(KEY) ?? 'null');
    if (!isRecord(stored) || !isRecord(stored.numbers)) return NOTHING;
    const sound = Object.entries(stored.numbers).filter(
      (entry): entry is [string, number] => Number.isSafeInteger(entry[1]) && Number(entry[1]) > 0,
    );
    const day = stored.sinceDay;
    const sinceDay = typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null;
    return { sinceDay, numbers: Object.fromEntries(sound) };
  } catch {
    return NOTHING;
  }
}

/** Counts that outlive the page where it may store something, and go on without where it may not. */
export function createCounts(
  storage: Storage | null = findStorage('kiosk'),
  today: () => string = () => new Date().toISOString().slice(0, 10),
): CountsStore {
  const store = createStore<Counts>(() => ({ ...read(storage), kept: storage !== null }));
  const write = () => {
    const { sinceDay, numbers } = store.getState();
    let kept = storage !== null;
    try {
      storage?.setItem(KEY, JSON.stringify({ sinceDay, numbers }));
    } catch {
      // full, or not allowed any more
      kept = false;
    }
    store.setState({ kept });
  };
  return {
    store,
    add(what, times = 1) {
      if (times === 0) return;
      store.setState(({ sinceDay, numbers }) => ({
        sinceDay: sinceDay ?? today(),
        numbers: { ...numbers, [what]: (numbers[what] ?? 0) + times },
      }));
      write();
    },
    clear() {
      store.setState(NOTHING);
      write();
    },
  };
}

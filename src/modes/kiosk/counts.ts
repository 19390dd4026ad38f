import { createStore, type StoreApi } from 'zustand/vanilla';
import { findStorage } from '../../runtime/device/storage.ts';

/** Number of times that each thing was done at this device: no person, no time of day. */
export interface Counts {
  /** Day of the first count, ISO; null: nothing counted yet. */
  readonly sinceDay: string | null;
  /** Counts by name. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Whether the device stores them. */
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

/** Stored counts, as far as they are valid. */
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

/** Counts that are stored where that is allowed, and otherwise last as long as the page. */
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
      // full, or no longer allowed
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

import { createStore, type StoreApi } from 'zustand/vanilla';
import { findStorage } from '../../runtime/device/storage.ts';

/** Number of times that each thing was done. */
type Numbers = Readonly<Record<string, number>>;

/** What was done at this device, how often, and on which days: no person, no time of day. */
export interface Counts {
  /** Day of the first count, ISO; null: nothing counted yet. */
  readonly sinceDay: string | null;
  /** Counts by name. */
  readonly numbers: Numbers;
  /** The same by day, ISO, of the last two years; the sums above go further back. */
  readonly days: Readonly<Record<string, Numbers>>;
  /** Whether the device stores them. */
  readonly kept: boolean;
  /** Whether what the device had stored could not be read, or not all of it; until the counts are set to zero. */
  readonly damaged: boolean;
}

export interface CountsStore {
  readonly store: StoreApi<Counts>;
  add(what: string, times?: number): void;
  clear(): void;
}

const KEY = 'columna-kiosk-counts';
/** Most days kept: each touch writes them all. */
const MOST_DAYS = 731;
const NOTHING = { sinceDay: null, numbers: {}, days: {}, damaged: false } as const;

type Stored = Omit<Counts, 'kept'>;
const DAMAGED: Stored = { ...NOTHING, damaged: true };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isCount = (entry: [string, unknown]): entry is [string, number] =>
  Number.isSafeInteger(entry[1]) && Number(entry[1]) > 0;

/** Stored counts, as far as they are valid. */
function read(storage: Storage | null): Stored {
  try {
    const text = storage?.getItem(KEY) ?? null;
    return text === null ? NOTHING : readText(text);
  } catch {
    return DAMAGED;
  }
}

function readText(text: string): Stored {
  const stored: unknown = JSON.parse(text);
  if (!isRecord(stored) || !isRecord(stored.numbers)) return DAMAGED;
  // counts from before 0.4.0 have no days
  const { sinceDay = null, numbers, days = {}, damaged } = stored;
  const byDay = isRecord(days) ? Object.entries(days) : [];
  const sound = Object.entries(numbers).filter(isCount);
  const soundDays = byDay.flatMap(([day, of]) =>
    isDay(day) && isRecord(of)
      ? [[day, Object.fromEntries(Object.entries(of).filter(isCount))] as const]
      : [],
  );
  const isWhole =
    isRecord(days) &&
    (sinceDay === null || isDay(sinceDay)) &&
    sound.length === Object.keys(numbers).length &&
    soundDays.length === byDay.length;
  return {
    sinceDay: isDay(sinceDay) ? sinceDay : null,
    numbers: Object.fromEntries(sound),
    days: Object.fromEntries(soundDays),
    damaged: damaged === true || !isWhole,
  };
}

/** Day by the device's own calendar, ISO. */
function findToday(): string {
  const now = new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}

const increase = (numbers: Numbers, what: string, times: number): Numbers => ({
  ...numbers,
  [what]: (numbers[what] ?? 0) + times,
});

/** Counts that are stored where that is allowed, and otherwise last as long as the page. */
export function createCounts(
  storage: Storage | null = findStorage('kiosk'),
  today: () => string = findToday,
): CountsStore {
  const store = createStore<Counts>(() => ({ ...read(storage), kept: storage !== null }));
  const write = () => {
    const { sinceDay, numbers, days, damaged } = store.getState();
    let kept = storage !== null;
    try {
      storage?.setItem(KEY, JSON.stringify({ sinceDay, numbers, days, ...(damaged && { damaged }) }));
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
      const day = today();
      store.setState(({ sinceDay, numbers, days }) => {
        const next = { ...days, [day]: increase(days[day] ?? {}, what, times) };
        const kept = Object.keys(next).sort().slice(-MOST_DAYS);
        return {
          sinceDay: sinceDay ?? day,
          numbers: increase(numbers, what, times),
          days: Object.fromEntries(kept.map((one) => [one, next[one]!])),
        };
      });
      write();
    },
    clear() {
      store.setState(NOTHING);
      write();
    },
  };
}

/** Counts as CSV: a row a day with a visit or an act, and before them the sums since the first day. Always commas: all are whole. */
export function writeCountsCsv({ sinceDay, numbers, days }: Counts, names: readonly string[]): string {
  const row = (head: string, of: Numbers) => [head, ...names.map((name) => of[name] ?? 0)].join(',');
  return [
    ['day', ...names].join(','),
    row(`since ${sinceDay ?? 'nothing'}`, numbers),
    ...Object.entries(days).map(([day, of]) => row(day, of)),
    '',
  ].join('\r\n');
}

import { describe, expect, it } from 'vitest';
import { createCounts, writeCountsCsv } from '../../src/modes/kiosk/counts.ts';

const KEY = 'columna-kiosk-counts';
const today = () => '2026-11-23';

function createStorage(stored?: string): Storage {
  const map = new Map(stored === undefined ? [] : [[KEY, stored]]);
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, text: string) => void map.set(key, text),
  } as Storage;
}

describe('the counts', () => {
  it('outlive the page', () => {
    const storage = createStorage();
    const counts = createCounts(storage, today);
    counts.add('visits');
    counts.add('lift');
    counts.add('lift');
    const again = createCounts(storage, () => '2027-01-01').store.getState();
    expect(again).toEqual({
      sinceDay: today(),
      numbers: { visits: 1, lift: 2 },
      days: { [today()]: { visits: 1, lift: 2 } },
      kept: true,
      damaged: false,
    });
  });

  it('hold nothing but numbers and days', () => {
    const storage = createStorage();
    createCounts(storage, today).add('cough');
    expect(JSON.parse(storage.getItem(KEY)!)).toEqual({
      sinceDay: today(),
      numbers: { cough: 1 },
      days: { [today()]: { cough: 1 } },
    });
  });

  it('begin again where they are set to zero', () => {
    const storage = createStorage();
    const counts = createCounts(storage, today);
    counts.add('bend');
    counts.clear();
    expect(counts.store.getState().numbers).toEqual({});
    expect(createCounts(storage).store.getState().sinceDay).toBeNull();
  });

  it.each(['{', '[]', 'null', '{"numbers":[1]}', '{"numbers":{"lift":"many","bend":-3,"cough":1.5}}'])(
    'read nothing from %s, say so until they are set to zero, and go on counting',
    (stored) => {
      const storage = createStorage(stored);
      const counts = createCounts(storage, today);
      expect(counts.store.getState()).toMatchObject({ numbers: {}, damaged: true, kept: true });
      counts.add('lift');
      expect(createCounts(storage).store.getState()).toMatchObject({ numbers: { lift: 1 }, damaged: true });
      counts.clear();
      expect(createCounts(storage).store.getState()).toMatchObject({ numbers: {}, damaged: false });
    },
  );

  it('keep what is sound beside what is not, and know counts without days', () => {
    const stored = '{"sinceDay":"2026-11-01","numbers":{"visits":3,"lift":"x"},"days":{"soon":{"visits":1}}}';
    const some = createCounts(createStorage(stored)).store.getState();
    expect(some).toMatchObject({ sinceDay: '2026-11-01', numbers: { visits: 3 }, days: {}, damaged: true });
    const old = createCounts(createStorage('{"sinceDay":"2026-11-01","numbers":{"visits":3}}'));
    expect(old.store.getState()).toMatchObject({ numbers: { visits: 3 }, damaged: false });
  });

  it('are a table with a row a day, through a leap day and the change of the clock, and of two years at most', () => {
    let day = new Date('2027-03-01T12:00Z').getTime();
    const counts = createCounts(createStorage(), () => new Date(day).toISOString().slice(0, 10));
    for (let n = 0; n < 800; n++) {
      counts.add('visits', 2);
      day += 24 * 3600 * 1000;
    }
    const rows = writeCountsCsv(counts.store.getState(), ['visits', 'lift']).trim().split('\r\n');
    expect(rows.slice(0, 2)).toEqual(['day,visits,lift', 'since 2027-03-01,1600,0']);
    expect(rows).toHaveLength(2 + 731);
    expect(rows).toContain('2028-02-29,2,0');
    expect(new Set(rows).size).toBe(rows.length);
  });

  it('go on without a store, and say so', () => {
    const full = {
      getItem: () => null,
      setItem() {
        throw new Error('full');
      },
    } as unknown as Storage;
    for (const storage of [null, full]) {
      const counts = createCounts(storage, today);
      counts.add('stand');
      expect(counts.store.getState()).toMatchObject({ numbers: { stand: 1 }, kept: false });
    }
  });
});

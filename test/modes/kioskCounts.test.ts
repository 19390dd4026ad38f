import { describe, expect, it } from 'vitest';
import { createCounts } from '../../src/modes/kiosk/counts.ts';

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
    expect(again).toEqual({ sinceDay: today(), numbers: { visits: 1, lift: 2 }, kept: true });
  });

  it('hold nothing but numbers and the first day', () => {
    const storage = createStorage();
    createCounts(storage, today).add('cough');
    expect(JSON.parse(storage.getItem(KEY)!)).toEqual({ sinceDay: today(), numbers: { cough: 1 } });
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
    'read nothing from %s',
    (stored) => {
      expect(createCounts(createStorage(stored)).store.getState()).toMatchObject({ numbers: {} });
    },
  );

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

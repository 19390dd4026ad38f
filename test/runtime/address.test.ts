import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MODEL_VERSION } from '../../src/core/simulation/modelVersion.ts';
import {
  calcFragment,
  calcQuery,
  putIntoQuery,
  readAddress,
  readLink,
} from '../../src/runtime/address/address.ts';
import { pack, unpack } from '../../src/runtime/address/packing.ts';
import { DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';

const scenarioOf = async (search: string, hash = '') => {
  const reading = await readLink(readAddress({ search, hash }).link!);
  return reading.ok ? reading.scenario : reading;
};
const JSON_TEXT = JSON.stringify(DEFAULT_SCENARIO);

describe('the address', () => {
  it('brings back what it wrote, and says by which model', async () => {
    expect(calcQuery('?lang=en&scenario=old&time=2')).toBe('?lang=en');
    const hash = await calcFragment(DEFAULT_SCENARIO);
    expect(hash).toMatch(/^#scenario=[\w-]+&model=/);
    expect(await scenarioOf('', hash)).toEqual(DEFAULT_SCENARIO);
  });

  it('puts a setting where nothing goes before it, and leaves the scenario as it stands', () => {
    const values = { lang: 'ar', units: 'imperial' };
    expect(putIntoQuery({ search: '?time=2&lang=de', hash: `#scenario=${JSON_TEXT}` }, values)).toBe(
      `?time=2&lang=ar&units=imperial#scenario=${JSON_TEXT}`,
    );
    expect(putIntoQuery({ search: '', hash: '#lang=de&view=back' }, values)).toBe(
      '?lang=ar&units=imperial#view=back',
    );
  });

  it.each([
    ['raw', JSON_TEXT],
    ['percent-encoded', encodeURIComponent(JSON_TEXT)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(JSON_TEXT))],
    ['packed', pack(JSON_TEXT)],
  ])('reads a scenario from query and fragment: %s', async (_, text) => {
    expect(await scenarioOf(`?scenario=${text}`)).toEqual(DEFAULT_SCENARIO);
    expect(await scenarioOf('', `#scenario=${text}`)).toEqual(DEFAULT_SCENARIO);
  });

  it('notices a link from another model, and none from its own', () => {
    const of = (model: string) =>
      readAddress({ search: '', hash: `#scenario=${pack(JSON_TEXT)}&model=${model}` }).foreignModel;
    expect(of('0.0.1')).toBe('0.0.1');
    expect(of(MODEL_VERSION)).toBeNull();
  });

  it.each(['nonsense', '%', '{', '[]', '', 'AAAA', pack('{"version":2}'), pack(JSON_TEXT).slice(0, -4)])(
    'answers a broken link with a sentence: %s',
    async (text) => {
      const reading = await readLink(readAddress({ search: `?scenario=${text}`, hash: '' }).link!);
      expect(reading).toMatchObject({ ok: false });
      expect(reading.ok === false && reading.problems[0]?.code).toMatch(/^\w+$/);
    },
  );

  it('reads no scenario where none is given', () => {
    expect(readAddress({ search: '?lang=de', hash: '' }).link).toBeNull();
  });
});

describe('packing', () => {
  it('keeps any text', () => {
    const text = 'Ä€𝄞 {"a": [1, 2, 3]} '.repeat(300);
    expect(unpack(pack(text))).toBe(text);
    expect(pack(text)).toMatch(/^[\w-]+$/);
  });

  it('does not unpack a bomb', () => {
    const bomb = Buffer.from(deflateSync(new Uint8Array(50_000_000), { level: 9 })).toString('base64url');
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(unpack(bomb)).toBeNull();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });
});

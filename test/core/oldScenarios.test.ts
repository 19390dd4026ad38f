import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Migrations, migrate, SCENARIO_VERSION } from '../../src/core/simulation/migrations.ts';
import { readScenario } from '../../src/core/simulation/scenario.ts';
import { readLink } from '../../src/runtime/address/address.ts';

const FOLDER = join(import.meta.dirname, 'old');
const FILES = readdirSync(FOLDER);

/** Links as the page has written them: they stand in people's slides and mails. */
const LINKS: Readonly<Record<string, string>> = {
  'four-acts.json':
    'fY89T8QwDIb_i-eA6B0fUlYQC2KCBSEGk_qaqPkicaurqv53HCRuuOE2v6_tx69XmKlUlyLoTkFGdhQZ9Ao40AdhqaAfdgoqHUHDgQJ6AgWW3GD5McjS_Y2CgLW-DKBbzW8mFQJ9tb--2xTQLDyBfK7ASxYf0LCbHS-CiRia802xF8VliuOzp6OkeaJ_HBkb3c_0N4dmhE1dIHl3YFE-Yd_ydGeAyill6RdCY1v6vUQ84QyF9rusS2gvxnu3EzUnPwV6FeNWPiW2qZfeuGSbsscq57ev7Rc',
  'known-fracture.json':
    'PY_BTsMwEET_Zc-mSiKkVr6C4ACcckAIcVgli22R2JW9TRtF-XcmrdTrzOx79kKT5BJSJFsbOrIGiUp2IXbyJZwL2QOKIheyNPIgZMhLcF6fRpzsHw3SUt4cdpUhbbuUhexDszsY6kPpPgEhW-32gGiW6NS3HatKbkV6ssj_YjrHl8ydnrJA-L3QIJMMML7X8BXPRzDpLL3b_E4iR33N3CNt1p_VUMIvcui364Wy_A5yeZaB5w8ETVVhAWDUG1znK07DuNHGFNWjqJvV3Du8JUxBZ_SRMbPUpZPzBNk_',
};

describe('a scenario of version 1', () => {
  it.each(FILES)('opens as it did: %s', async (file) => {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    const reading = readScenario(text);
    expect(reading).toMatchObject({ ok: true, scenario: JSON.parse(text) });
    expect(await readLink(LINKS[file]!)).toEqual(reading);
  });
});

describe('a scenario of an earlier version', () => {
  const steps: Migrations = {
    1: ({ patient, ...rest }) => ({ ...rest, person: patient }),
    2: ({ person, ...rest }) => ({ ...rest, people: [person] }),
  };

  it('is brought to the present one step by step', () => {
    expect(migrate({ version: 1, patient: 'A' }, steps, 3)).toEqual({ version: 3, people: ['A'] });
    expect(migrate({ version: 2, person: 'A' }, steps, 3)).toEqual({ version: 3, people: ['A'] });
    expect(migrate({ version: 3, people: ['A'] }, steps, 3)).toEqual({ version: 3, people: ['A'] });
  });

  it.each([[4], [0], [1.5], ['1'], [null], [undefined]])(
    'of no version that there is stays as it is: %s',
    (version) => {
      const value = { version, patient: 'A' };
      expect(migrate(value, steps, 3)).toBe(value);
      expect(readScenario(JSON.stringify({ ...value, version: SCENARIO_VERSION + 1, events: [] })).ok).toBe(
        false,
      );
    },
  );
});

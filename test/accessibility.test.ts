import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Success criteria of WCAG 2.2: A, and AA. */
const CRITERIA = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
} as const;
const LEVELS = ['Supports', 'Partially', 'Not supported', 'Not applicable', 'Not evaluated'];

it.each(['A', 'AA'] as const)(
  'the statement has every criterion of level %s once, with a level and a remark',
  (level) => {
    const [, part = ''] = readFileSync('ACCESSIBILITY.md', 'utf8').split(`## Level ${level}\n`);
    const rows = [...part.split('\n## ')[0]!.matchAll(/^\| (\d\S+) [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)];
    expect(rows.map(([, criterion]) => criterion).join(' ')).toBe(CRITERIA[level]);
    for (const [row, , stands, remark] of rows) {
      expect(LEVELS, row).toContain(stands);
      expect(remark!.length, row).toBeGreaterThan(5);
    }
  },
);

it('names no test that is not there', () => {
  for (const [, file] of readFileSync('ACCESSIBILITY.md', 'utf8').matchAll(/`(test\/\S+)`/g))
    expect(() => readFileSync(file!), file).not.toThrow();
});

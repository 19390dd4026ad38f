import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHAPTERS, PLAN } from './guide.ts';
import { fill } from './read.ts';
import { TASKS } from './tasks.ts';
import { writeGuide, writeSheet } from './write.ts';

const readPublic = (name: string) => readFileSync(`public/teaching/${name}`, 'utf8');
/** Digits that are no name of a vertebra. */
const findFigures = (text: string) => text.replace(/\b[TL]\d{1,2}\b/g, '').match(/\d+/g) ?? [];

describe('the lab sheet', () => {
  it('has eight tasks, four on each level', () => {
    expect(TASKS.map(({ level }) => level)).toEqual([...Array(4).fill('first'), ...Array(4).fill('second')]);
  });

  it.each(TASKS)('“$title” holds no figure of its own, and the model bears its words out', (task) => {
    expect([...task.asks, ...task.answers].flatMap(findFigures)).toEqual([]);
    expect(Object.entries(task.claims).filter(([, isTrue]) => !isTrue)).toEqual([]);
    expect(Object.keys(task.claims).length).toBeGreaterThan(0);
  });

  it('is as the model has it now (npm run -s teaching writes it anew)', async () => {
    expect(readPublic('lab-sheet.html')).toBe(await writeSheet());
  });
});

describe('the guide', () => {
  it('holds no figure of its own but the minutes of its plan, which make a lesson', () => {
    const texts = CHAPTERS.flatMap(({ paragraphs, entries }) => [...paragraphs, ...entries.flat()]);
    expect([...texts, ...PLAN.map(({ what }) => what)].flatMap(findFigures)).toEqual([]);
    expect(PLAN.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
  });

  it('is as the model has it now (npm run -s teaching writes it anew)', () => {
    expect(readPublic('guide.html')).toBe(writeGuide());
  });
});

it('a figure that the model does not give is an error, and so is one that no text names', () => {
  expect(() => fill(['It bears {load}.'], {})).toThrow(/no \{load\}/);
  expect(() => fill(['It bears it.'], { load: '1' })).toThrow(/Nothing names load/);
});

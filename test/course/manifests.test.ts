import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  STANDARDS,
  type Standard,
  writeCmi5,
  writeScorm12,
  writeScorm2004,
} from '../../src/course/pack/manifests.ts';
import { describeCourse, type Order } from '../../src/course/pack/pack.ts';
import { LESSONS } from '../../src/course/page/resume.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { LENGTHS, SEED_COUNT } from '../../src/modes/quiz/round.ts';

const ORDER: Order = {
  lessons: LESSONS,
  lang: 'en',
  isLangFixed: false,
  round: { quiz: '4711', questions: '6' },
  passPercent: 60,
};
const FILES = ['assets/a&b.js', 'course.html', 'index.html'];
const parse = (text: string) => new DOMParser().parseFromString(text, 'text/xml');
const names = (element: { readonly children: ArrayLike<{ readonly tagName: string }> }) =>
  [...Array.from(element.children)].map(({ tagName }) => tagName);
const write = (standard: 'scorm12' | 'scorm2004', order: Order = ORDER) =>
  parse((standard === 'scorm12' ? writeScorm12 : writeScorm2004)(describeCourse(order, standard), FILES));

// what the content aggregation models of both versions demand (IMS content packaging 1.1.2 and 1.1.4)
describe.each(['scorm12', 'scorm2004'] as const)('the manifest of %s', (standard) => {
  const manifest = write(standard).documentElement!;

  it('names its standard, one organization and its resources, in that order', () => {
    expect(names(manifest)).toEqual(['metadata', 'organizations', 'resources']);
    expect(manifest.querySelector('schema')!.textContent).toBe('ADL SCORM');
    expect(manifest.querySelector('schemaversion')!.textContent).toBe(
      standard === 'scorm12' ? '1.2' : '2004 4th Edition',
    );
    const organizations = manifest.querySelector('organizations')!;
    const defaults = organizations.getAttribute('default');
    expect(organizations.querySelector('organization')!.getAttribute('identifier')).toBe(defaults);
  });

  it('gives every element an identifier of its own that XML takes', () => {
    const ids = [...manifest.querySelectorAll('[identifier]')].map((one) => one.getAttribute('identifier')!);
    ids.push(manifest.getAttribute('identifier')!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
  });

  it('launches each item as a SCO whose files are all in the package', () => {
    const items = [...manifest.querySelectorAll('item')];
    expect(items).toHaveLength(LESSONS.length);
    for (const item of items) {
      expect(names(item)[0]).toBe('title');
      const id = item.getAttribute('identifierref');
      const resource = manifest.querySelector(`resource[identifier="${id}"]`)!;
      expect(resource.getAttribute('type')).toBe('webcontent');
      // the attribute is spelt otherwise in either version
      expect(resource.getAttribute(standard === 'scorm12' ? 'adlcp:scormtype' : 'adlcp:scormType')).toBe(
        'sco',
      );
      expect(FILES).toContain(resource.getAttribute('href'));
      const hrefs = [...resource.querySelectorAll('file')].map((file) =>
        file.getAttribute('href')!.replace('&amp;', '&'),
      );
      expect(hrefs).toEqual(FILES);
      expect(item.getAttribute('parameters')).toMatch(/^\?\w+=\w+(&amp;\w+=\w+)*$/);
    }
  });

  it('passes what asks, and nothing where no mark is set', () => {
    const mark = standard === 'scorm12' ? 'adlcp\\:masteryscore' : 'imsss\\:minNormalizedMeasure';
    const marks = (order: Order) =>
      [...write(standard, order).querySelectorAll(mark)].map(({ textContent }) => textContent);
    expect(marks(ORDER)).toEqual([standard === 'scorm12' ? '60' : '0.6']);
    expect(marks({ ...ORDER, passPercent: null })).toEqual([]);
  });
});

// the course structure of cmi5 (quartz), section 13
describe('the course structure of cmi5', () => {
  const root = parse(writeCmi5(describeCourse(ORDER, 'cmi5'))).documentElement!;

  it('is a course and its units, each with title, description and address', () => {
    expect(root.getAttribute('xmlns')).toBe('https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd');
    expect(names(root)).toEqual(['course', ...LESSONS.map(() => 'au')]);
    expect(names(root.children[0]!)).toEqual(['title', 'description']);
    for (const unit of root.querySelectorAll('au')) {
      expect(names(unit)).toEqual(['title', 'description', 'url']);
      expect(unit.querySelector('url')!.textContent).toMatch(/^course\.html\?[\w=&]+$/);
    }
  });

  it('names each by an IRI of its own, the same at every build', () => {
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(LESSONS.length + 1);
    for (const id of ids)
      expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    expect(writeCmi5(describeCourse(ORDER, 'cmi5'))).toBe(writeCmi5(describeCourse(ORDER, 'cmi5')));
  });

  it('carries the pass mark as a share', () => {
    const marks = [...root.querySelectorAll('au')].map((unit) => unit.getAttribute('masteryScore'));
    expect(marks).toEqual(['0.6', null]);
  });
});

it('has titles in every language', () => {
  for (const lang of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[])
    for (const standard of STANDARDS as readonly Standard[]) {
      const { title, about, items } = describeCourse({ ...ORDER, lang, isLangFixed: true }, standard);
      expect([title, about, ...items.map((item) => item.title)].filter((text) => !text)).toEqual([]);
      expect(items.every(({ query }) => query.includes(`lang=${lang}`))).toBe(true);
    }
});

it('offers the rounds that the quiz has', () => {
  expect(LENGTHS).toEqual([6, 22]);
  expect(SEED_COUNT).toBe(100_000);
});

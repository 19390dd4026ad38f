import type { Messages } from '../translate.ts';

/** The language's texts but those that come with it or with a course package; each is loaded when it is needed. */
export const files = import.meta.glob<Messages>(['./*.json', '!./base.json', '!./course.json'], {
  query: '?icu',
  import: 'default',
});

import { createElement, Fragment } from 'react';

// A browser's translator puts elements of its own in the place of text nodes, or splits and joins them. React goes on writing into a
// node that stood between others and is gone, and an old figure stays in sight; but where a text is all that an element holds, React
// sets the element's content, whatever is in it. So every text gets an element to itself.

type Props = Readonly<Record<string, unknown>>;

/** Holds a text that stands beside elements; no style means it. */
const TEXT = 'text-run';
/** In a picture's text the same. */
const SVG_TEXTS: readonly unknown[] = ['text', 'tspan', 'textPath'];

const isText = (child: unknown): child is string | number =>
  (typeof child === 'string' && child !== '') || typeof child === 'number';
const isNothing = (child: unknown): boolean =>
  child === null || child === undefined || child === '' || typeof child === 'boolean';

/** Each run of neighbouring texts as one element, in the place of its first; what is beside it keeps its place. */
function wrapRuns(children: readonly unknown[], holder: string): unknown[] {
  const wrapped = [...children];
  for (let i = 0; i < children.length; i++) {
    const child = children[i];
    if (Array.isArray(child)) wrapped[i] = wrapRuns(child, holder);
    if (!isText(child)) continue;
    let run = '';
    const at = i;
    for (; i < children.length && (isText(children[i]) || isNothing(children[i])); i++) {
      if (isText(children[i])) run += children[i];
      wrapped[i] = null;
    }
    // a blank is no words: nobody translates it, and in a row of boxes it must not become one
    wrapped[at] = run.trim() === '' ? run : createElement(holder, { key: `text ${at}` }, run);
    i--;
  }
  return wrapped;
}

/** What an element is made with, so that each of its texts is all that some element holds. */
export function wrapTexts(type: unknown, props: Props): Props {
  const isFragment = type === Fragment;
  if (typeof type !== 'string' && !isFragment) return props;
  // what states its figure as a value is not for a translator
  const own = 'data-value' in props ? { translate: 'no', ...props } : props;
  const { children } = own;
  const holder = SVG_TEXTS.includes(type) ? 'tspan' : TEXT;
  if (!Array.isArray(children))
    return isFragment && isText(children) ? { ...own, children: wrapRuns([children], holder) } : own;
  const isWhole = children.every((child) => isText(child) || isNothing(child));
  if (isWhole && !isFragment) return { ...own, children: children.filter(isText).join('') };
  return { ...own, children: wrapRuns(children, holder) };
}

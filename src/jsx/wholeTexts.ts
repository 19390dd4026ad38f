import { createElement, Fragment } from 'react';

// A browser's translator replaces text nodes by elements of its own, or splits and joins them. React goes on writing into a removed
// node that had siblings, and an old figure stays visible; but where a text is an element's only child, React sets the element's
// content, whatever is in it. So every text gets an element to itself.

type Props = Readonly<Record<string, unknown>>;

/** Element that holds a text beside other elements; no style applies to it. */
const TEXT = 'text-run';
/** Elements of SVG whose texts are held by a `tspan`. */
const SVG_TEXTS: readonly unknown[] = ['text', 'tspan', 'textPath'];

const isText = (child: unknown): child is string | number =>
  (typeof child === 'string' && child !== '') || typeof child === 'number';
const isNothing = (child: unknown): boolean =>
  child === null || child === undefined || child === '' || typeof child === 'boolean';

/** Wraps each run of neighbouring texts in one element, in the position of the first; the siblings keep their positions. */
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
    // a blank needs no translation, and in a row of boxes it must not become one
    wrapped[at] = run.trim() === '' ? run : createElement(holder, { key: `text ${at}` }, run);
    i--;
  }
  return wrapped;
}

/** Props of an element with each of its texts in an element to itself. */
export function wrapTexts(type: unknown, props: Props): Props {
  const isFragment = type === Fragment;
  if (typeof type !== 'string' && !isFragment) return props;
  // an element that states its figure as a value must not be translated
  const own = 'data-value' in props ? { translate: 'no', ...props } : props;
  const { children } = own;
  const holder = SVG_TEXTS.includes(type) ? 'tspan' : TEXT;
  if (!Array.isArray(children))
    return isFragment && isText(children) ? { ...own, children: wrapRuns([children], holder) } : own;
  const isWhole = children.every((child) => isText(child) || isNothing(child));
  if (isWhole && !isFragment) return { ...own, children: children.filter(isText).join('') };
  return { ...own, children: wrapRuns(children, holder) };
}

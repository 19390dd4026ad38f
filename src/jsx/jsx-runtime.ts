import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-runtime';
import { wrapTexts } from './wholeTexts.ts';

/** React's own runtime, with an element for each text. */
export type { JSX } from 'react/jsx-runtime';
export const { Fragment } = react;

type Props = Readonly<Record<string, unknown>>;

export const jsx = (type: ElementType, props: Props, key?: Key): ReactElement =>
  react.jsx(type, wrapTexts(type, props), key);

export const jsxs = (type: ElementType, props: Props, key?: Key): ReactElement => {
  const wrapped = wrapTexts(type, props);
  return (Array.isArray(wrapped.children) ? react.jsxs : react.jsx)(type, wrapped, key);
};

import type { ElementType, Key, ReactElement } from 'react';
import * as react from 'react/jsx-dev-runtime';
import { wrapTexts } from './wholeTexts.ts';

/** The same for development. */
export type { JSX } from 'react/jsx-dev-runtime';
export const { Fragment } = react;

export const jsxDEV = (
  type: ElementType,
  props: Readonly<Record<string, unknown>>,
  key: Key | undefined,
  isStatic: boolean,
  source?: react.JSXSource,
  self?: unknown,
): ReactElement => {
  const wrapped = wrapTexts(type, props);
  return react.jsxDEV(type, wrapped, key, isStatic && Array.isArray(wrapped.children), source, self);
};

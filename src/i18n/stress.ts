import type { Messages } from './translate.ts';

/** English with every text doubled, in brackets that show where it is cut: a layout that holds it holds every language here. */
export const stretch = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const nodes = typeof message === 'string' ? [message] : message;
      return [key, ['[', ...nodes, ' ', ...nodes, ']']];
    }),
  );

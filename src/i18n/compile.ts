import compile from 'icu-minify/compile';
import type { Messages } from './translate.ts';

/** Reads ICU messages ahead of their use: Vite does so as it builds, Node where it reads the texts. Throws at the first that is none. */
export const compileMessages = (texts: Readonly<Record<string, string>>): Messages =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      try {
        return [key, compile(text)];
      } catch (error) {
        throw new Error(`${key} is no ICU message (${(error as Error).message}): ${text}`);
      }
    }),
  );

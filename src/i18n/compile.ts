import compile from 'icu-minify/compile';
import type { Messages } from './translate.ts';

/** Compiles ICU messages: in the build by Vite, in Node when the texts are read. Throws at the first invalid one. */
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

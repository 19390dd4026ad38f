import type { Plugin } from 'vite';
import { compileMessages } from '../i18n/compile.ts';

/** `base.json?icu` is the file's ICU messages, compiled; a file with one that cannot be read stops the build. */
export const messages = (): Plugin => ({
  name: 'icu-messages',
  enforce: 'pre',
  transform: {
    filter: { id: /\.json\?(?:.*&)?icu$/ },
    handler: (code) => ({
      code: `export default ${JSON.stringify(compileMessages(JSON.parse(code)))};`,
      moduleType: 'js',
    }),
  },
});

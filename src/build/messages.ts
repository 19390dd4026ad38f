import type { Plugin } from 'vite';
import { compileMessages } from '../i18n/compile.ts';

/** Plugin that compiles the ICU messages of `base.json?icu`; an invalid message stops the build. */
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

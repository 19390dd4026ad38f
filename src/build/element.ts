import { build } from 'esbuild';
import type { Plugin } from 'vite';

const ENTRY = 'src/element/columnaSpine.ts';
/** Name beside the page: other pages load it by this, so it has no hash. */
export const ELEMENT = 'columna-spine.js';

/** Plugin that writes the web component beside the page. */
export const element = (): Plugin => ({
  name: 'element',
  apply: 'build',
  async generateBundle() {
    const { outputFiles } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      minify: true,
      format: 'esm',
      target: ['chrome111', 'firefox114', 'safari16.4'],
    });
    this.emitFile({ type: 'asset', fileName: ELEMENT, source: outputFiles[0]!.text });
  },
});

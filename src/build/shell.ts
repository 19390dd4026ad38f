import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

const SHELL = 'src/shell/shell.html';
const OPENING = 'src/shell/opening.ts';
const ROOT = '<div id="root"></div>';

/** The script that runs before anything is painted, as a classic one. */
async function bundleOpening(workerUrl: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [OPENING],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    define: { WORKER_URL: JSON.stringify(workerUrl) },
  });
  return outputFiles[0]!.text;
}

/** Puts into the page what is seen before its own script has come, and the script that says which of it. */
export function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The build made no index.html.');
      const html = String(page.source);
      if (!html.includes(ROOT)) throw new Error(`index.html has no ${ROOT} for ${SHELL}.`);
      const worker = Object.keys(bundle).find((file) => /\/worker-[\w-]+\.js$/.test(file));
      const source = await bundleOpening(worker ? `./${worker}` : '');
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const fileName = `assets/opening-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      page.source = html
        .replace('<link rel="icon"', () => `<script src="./${fileName}"></script>\n    <link rel="icon"`)
        .replace(ROOT, () => ROOT.replace('><', () => `>${readFileSync(SHELL, 'utf8').trim()}<`));
    },
  };
}

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { lean } from './vite.lean.ts';

// npm run build:single writes dist-single/columna.html: the whole page in one file, for a stick or a school without a network.

const OUT = 'dist-single';

/** Meshes as packed data addresses, which are half as long. */
const packMeshes: Plugin = {
  name: 'pack-meshes',
  enforce: 'pre',
  load(id) {
    const [file, query] = id.split('?');
    if (!file!.endsWith('.glb') || query !== 'url') return null;
    const packed = gzipSync(readFileSync(file!), { level: 9 }).toString('base64');
    return `export default 'data:application/octet-stream;base64,${packed}';`;
  },
};

/** The worker's script stands inside the page's. */
const inlineWorker: Plugin = {
  name: 'inline-worker',
  enforce: 'pre',
  resolveId: (id, from) =>
    id === './createWorker.ts' && from ? resolve(from, '../createInlineWorker.ts') : null,
};

/** Puts script, style and icon into the page, and what the script is into its policy. */
const joinFiles: Plugin = {
  name: 'join-files',
  enforce: 'post',
  writeBundle(_, bundle) {
    const files = Object.values(bundle);
    const read = (end: string): string =>
      files
        .filter(({ fileName }) => fileName.endsWith(end))
        .map((file) => String(file.type === 'chunk' ? file.code : file.source))
        .join('\n');
    // neither may end the element that it stands in
    const script = read('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
    const style = read('.css').replaceAll('</style', '<\\/style');
    const icon = readFileSync('public/icon.svg').toString('base64');
    const licences = read('licences.md').replaceAll('--', '- -');
    const hash = createHash('sha256').update(script).digest('base64');
    const page = readFileSync(join(OUT, 'index.html'), 'utf8')
      .replace(
        /<link rel="manifest"[^>]*>|<link rel="stylesheet"[^>]*>|<script type="module"[^>]*><\/script>/g,
        '',
      )
      .replace('href="./icon.svg"', () => `href="data:image/svg+xml;base64,${icon}"`)
      .replace("script-src 'self' 'wasm-unsafe-eval'", `script-src 'sha256-${hash}' 'wasm-unsafe-eval'`)
      .replace('</head>', () => `<style>${style}</style></head>`)
      .replace('</body>', () => `<script type="module">${script}</script></body>`)
      .replace('</html>', () => `</html>\n<!--\n${licences}\n-->`);
    writeFileSync(join(OUT, 'columna.html'), page);
  },
};

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react(), lean(), packMeshes, inlineWorker, joinFiles],
  worker: {
    format: 'iife',
    plugins: () => [lean()],
    rolldownOptions: { output: { comments: false } },
  },
  build: {
    outDir: OUT,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    license: { fileName: 'licences.md' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

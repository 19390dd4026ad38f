import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { messages } from './messages.ts';
import { shell } from './shell.ts';

// npm run build:single writes dist-single/columna.html: the whole page in one file, for a USB stick or a school without a network

const OUT = 'dist-single';
/** Folder of this build. */
let folder = OUT;

/** Plugin that inserts meshes as compressed data URLs, which are half as long. */
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

/** Plugin that inserts the worker's script into the page's. */
const inlineWorker: Plugin = {
  name: 'inline-worker',
  enforce: 'pre',
  resolveId: (id, from) =>
    from && /^\.\.?(\/worker)?\/createWorker\.ts$/.test(id)
      ? resolve(from, '..', id.replace('createWorker', 'createInlineWorker'))
      : null,
};

/** List of licences with each text once, below all packages that have it. */
function joinLicences(list: string): string {
  const [head, ...sections] = list.split(/^## /m);
  const names = new Map<string, string[]>();
  for (const section of sections) {
    const [name = '', ...lines] = section.split('\n');
    const text = lines.join('\n').trim();
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [head, ...[...names].map(([text, list]) => `## ${list.join(', ')}\n\n${text}\n`)].join('\n');
}

/** Script that unpacks the page's script from the element before it; the page's policy allows both by their hashes. */
const LOADER = `
const packed = document.getElementById('packed');
const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
new Response(unpacked).text().then((text) => {
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = text;
  packed.remove();
  document.body.append(script);
});
`;

const calcHash = (script: string): string =>
  `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** File of the script that runs first (`shell.ts`). */
const OPENING = /\/opening-[\w-]+\.js$/;

/** Plugin that inserts script, style and icon into the page, and the scripts' hashes into its policy. */
const joinFiles: Plugin = {
  name: 'join-files',
  enforce: 'post',
  configResolved({ root, build }) {
    folder = resolve(root, build.outDir);
  },
  writeBundle(_, bundle) {
    const files = Object.values(bundle);
    const read = (what: RegExp): string =>
      files
        .filter(({ fileName }) => what.test(fileName))
        .map((file) => String(file.type === 'chunk' ? file.code : file.source))
        .join('\n');
    const opening = read(OPENING);
    const script = read(/^(?!.*\/opening-).*\.js$/);
    const packed = gzipSync(script, { level: 9 }).toString('base64');
    // it must not contain the end tag of its own element
    const style = read(/\.css$/).replaceAll('</style', '<\\/style');
    const icon = readFileSync('public/icon.svg').toString('base64');
    const licences = joinLicences(read(/licences\.md$/)).replaceAll('--', '- -');
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
      .replace(/<link rel="(manifest|preload|stylesheet)"[^>]*>|<script type="module"[^>]*><\/script>/g, '')
      .replace(/<script src="[^"]*\/opening-[^"]*"><\/script>/, () => `<script>${opening}</script>`)
      .replace('href="./icon.svg"', () => `href="data:image/svg+xml;base64,${icon}"`)
      .replace(
        "script-src 'self' 'wasm-unsafe-eval'",
        `script-src ${[opening, LOADER, script].map(calcHash).join(' ')} 'wasm-unsafe-eval'`,
      )
      .replace('</head>', () => `<style>${style}</style></head>`)
      .replace(
        '</body>',
        () => `<script type="text/plain" id="packed">${packed}</script><script>${LOADER}</script></body>`,
      )
      .replace('</html>', () => `</html>\n<!--\n${licences}\n-->`);
    // the other files are not needed
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(join(folder, 'columna.html'), page);
  },
};

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [react({ jsxImportSource: '#jsx' }), messages(), packMeshes, inlineWorker, shell(), joinFiles],
  worker: {
    format: 'iife',
    rolldownOptions: { output: { comments: false } },
  },
  build: {
    outDir: OUT,
    cssCodeSplit: false,
    // the stills are part of the style
    assetsInlineLimit: 100_000,
    modulePreload: false,
    chunkSizeWarningLimit: 4000,
    license: { fileName: 'licences.md' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../i18n/languages.ts';

const SHELL = 'src/shell/shell.html';
const OPENING = 'src/shell/opening.ts';
const ROOT = /(<div id="root">).*(<\/div>)/;
const TEXTS = 'src/i18n';

/** Messages about what the page needs and lacks, by language: `script`, `server`, `frame`, `net`. */
const NEEDS = Object.fromEntries(
  Object.keys(LANGUAGES).map((lang) => {
    const texts: Record<string, string> = JSON.parse(readFileSync(`${TEXTS}/${lang}/base.json`, 'utf8'));
    const needs = Object.entries(texts).filter(([key]) => key.startsWith('needs.'));
    return [lang, Object.fromEntries(needs.map(([key, text]) => [key.slice('needs.'.length), text]))];
  }),
);

/** Message without a script: in every language, because the reader's is unknown. */
const NO_SCRIPT = `<noscript><style>.shell { display: none; } noscript p { margin: 1rem; }</style>${Object.entries(
  LANGUAGES,
)
  .map(([lang, { dir }]) => `<p lang="${lang}" dir="${dir}">${NEEDS[lang]?.script}</p>`)
  .join('')}</noscript>`;

/** Bundles the script that runs before anything is painted, as a classic one. */
async function bundleOpening(files: readonly string[]): Promise<string> {
  const worker = files.find((file) => /\/worker-[\w-]+\.js$/.test(file));
  const stills = files.flatMap((file) => {
    const [, still] = /\/still-(\w+-\w+)-[\w-]{8}\.webp$/.exec(file) ?? [];
    return still ? [[still, `./${file}`]] : [];
  });
  const { outputFiles } = await build({
    entryPoints: [OPENING],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome111', 'firefox114', 'safari16.4'],
    define: {
      WORKER_URL: JSON.stringify(worker ? `./${worker}` : ''),
      NEEDS: JSON.stringify(NEEDS),
      STILL_URLS: JSON.stringify(Object.fromEntries(stills)),
    },
  });
  return outputFiles[0]!.text;
}

/** Plugin that inserts the shell shown before the page's own script has loaded, and the script that chooses its still. */
export function shell(): Plugin {
  return {
    name: 'shell',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('The build made no index.html.');
      const html = String(page.source);
      const style = /<link rel="stylesheet" crossorigin href="([^"]+)">/.exec(html);
      if (!ROOT.test(html) || !style) throw new Error('index.html has no root, or no style.');
      const source = await bundleOpening(Object.keys(bundle));
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const fileName = `assets/opening-${hash}.js`;
      this.emitFile({ type: 'asset', fileName, source });
      // the page's own files are requested before the parser waits for this script, which itself would wait for a style before it
      const early = `<link rel="preload" as="style" crossorigin href="${style[1]}">
    <script src="./${fileName}"></script>
    ${style[0]}`;
      page.source = html
        .replace(style[0], () => early)
        .replace(ROOT, (_, start, end) => `${NO_SCRIPT}${start}${readFileSync(SHELL, 'utf8').trim()}${end}`);
    },
  };
}

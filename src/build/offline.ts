import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Plugin } from 'vite';

/** Files that the page works without. */
const LEFT_OUT = /(^licences\.md|^columna\.jpg|^columna-spine\.js|^sw\.js|\.map)$/;
/** Hash of Vite in a file's name. */
const HASHED = /-[\w-]{8}\.\w+$/;

/** Plugin that writes `sw.js`, which stores every file of the page: one script, since Firefox runs no modules as service workers. */
export function offline(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .filter((file) => !LEFT_OUT.test(file))
        .sort();
      const pageFiles = files.map((url) => ({
        url,
        revision: HASHED.test(url)
          ? null
          : createHash('sha256')
              .update(readFileSync(join(folder, url)))
              .digest('hex')
              .slice(0, 16),
      }));
      await build({
        entryPoints: ['src/runtime/device/serviceWorker.ts'],
        outfile: join(folder, 'sw.js'),
        bundle: true,
        minify: true,
        format: 'iife',
        target: ['chrome111', 'firefox114', 'safari16.4'],
        define: { PAGE_FILES: JSON.stringify(pageFiles), 'process.env.NODE_ENV': '"production"' },
      });
    },
  };
}

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { preview } from 'vite';

export interface Served {
  /** Ends in a slash. */
  readonly baseUrl: string;
  readonly close: () => Promise<void>;
}

export interface Built {
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds the page as a visitor gets it, into a folder of its own. */
export function buildPage(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'columna-'));
  // in a process of its own: a test runner's NODE_ENV would make it a development build
  const env = { ...process.env, NODE_ENV: 'production' };
  const build = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', folder];
  execFileSync(process.execPath, build, { env, stdio: 'inherit' });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** The same, served on a free port. */
export async function serveBuild(): Promise<Served & Pick<Built, 'folder'>> {
  const { folder, remove } = buildPage();
  const server = await preview({ logLevel: 'error', build: { outDir: folder }, preview: { port: 4180 } });
  return {
    baseUrl: server.resolvedUrls!.local[0]!,
    folder,
    close: async () => {
      await server.close();
      remove();
    },
  };
}

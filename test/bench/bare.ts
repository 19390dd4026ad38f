import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { Built } from '../browser/serve.ts';

/**
 * The least that a page of our packages can be: React, React Three Fiber and one mesh, a button beside it. What it takes to open is
 * the machine's, the network's and the packages' share of what ours takes.
 */
export async function buildBare(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'columna-bare-'));
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'bare'),
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [react({ jsxImportSource: 'react' })],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  });
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

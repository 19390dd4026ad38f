import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
const BEFORE = '/before.js';

/**
 * Serves a built page to pages of any origin.
 *
 * @param before a script that runs before any of the page's own
 */
export async function serveFolder(
  folder: string,
  before = '',
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, 'http://localhost');
    const file = pathname === '/' ? '/index.html' : pathname;
    const read = async () => {
      if (file === BEFORE) return before;
      const bytes = await readFile(join(folder, file)).catch(() => '');
      return file === '/index.html' && before
        ? String(bytes).replace('<head>', `<head><script src=".${BEFORE}"></script>`)
        : bytes;
    };
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.end(await read());
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => void server.close(),
  };
}

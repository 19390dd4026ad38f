import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

// the built page over HTTP with the headers it should have: `npm start`, the container and the kiosk

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.glb': 'model/gltf-binary',
  '.wasm': 'application/wasm',
};
const PACKED = /^(text|application\/(json|manifest)|image\/svg|model)/;
/** A file whose name holds a hash of its content never changes. */
const HASHED = /^assets\/.*-[\w-]{8}\.\w+$/;
const POLICY = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/;
/** Modules that pages of other origins load. */
const SHARED = 'columna-spine.js';
/** Longest request line and headers, bytes: a link's address may hold a whole scenario, and Node's own limit is 16 kB. */
export const LONGEST_REQUEST = 1_000_000;
const YEAR_S = 31_536_000;

interface File {
  readonly body: Buffer;
  readonly packed: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

function readFiles(folder: string, framedBy: string | null): ReadonlyMap<string, File> {
  const policy = POLICY.exec(readFileSync(join(folder, 'index.html'), 'utf8'))?.[1];
  if (!policy) throw new Error(`${folder}/index.html names no policy.`);
  const framing = framedBy === null ? '' : `; frame-ancestors ${framedBy}`;
  const files = new Map<string, File>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).replaceAll('\\', '/');
    const body = readFileSync(path);
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    files.set(name, {
      body,
      packed: PACKED.test(type) ? gzipSync(body) : null,
      headers: {
        'content-type': type,
        etag: `"${etag}"`,
        'cache-control': HASHED.test(name) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache',
        'content-security-policy': `${policy}; object-src 'none'; base-uri 'none'; form-action 'none'${framing}`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        vary: 'accept-encoding',
        ...(name === SHARED && { 'access-control-allow-origin': '*' }),
      },
    });
  }
  return files;
}

/** Name of the file that a request asks for; null where the address cannot be read. */
function readName(url: string): string | null {
  try {
    const name = decodeURIComponent(url.replace(/[?#].*$/s, '')).replace(/^\/+/, '');
    return name === '' || name.endsWith('/') ? `${name}index.html` : name;
  } catch {
    return null;
  }
}

/**
 * Server of a built page, held in memory, so that a full or failing disk does not take it away.
 *
 * @param framedBy origins that may frame the page, as in `frame-ancestors`; null for any
 */
export function createPageServer(folder: string, framedBy: string | null = null): Server {
  const files = readFiles(folder, framedBy);
  return createServer({ maxHeaderSize: LONGEST_REQUEST }, (request, response) => {
    const answer = (status: number, text: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
      response.end(`${text}\n`);
    };
    const { method, url = '/', headers } = request;
    if (method !== 'GET' && method !== 'HEAD')
      return answer(405, 'Only GET and HEAD.', { allow: 'GET, HEAD' });
    const name = readName(url);
    if (name === 'health') return answer(200, 'ok', { 'cache-control': 'no-store' });
    const file = name === null ? undefined : files.get(name);
    if (!file) return answer(404, 'There is no such file.');
    if (headers['if-none-match'] === file.headers.etag) {
      response.writeHead(304, { ...file.headers });
      return response.end();
    }
    const isPacked = file.packed !== null && /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
    const body = isPacked ? file.packed! : file.body;
    response.writeHead(200, {
      ...file.headers,
      'content-length': body.length,
      ...(isPacked && { 'content-encoding': 'gzip' }),
    });
    return response.end(method === 'HEAD' ? undefined : body);
  });
}

import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageServer } from '../../src/server/pageServer.ts';

const POLICY = /content="([^"]*)"/.exec(
  /<meta\s+http-equiv="Content-Security-Policy"[^>]*>/.exec(readFileSync('index.html', 'utf8'))![0],
)![1]!;

let folder: string;
let server: Server;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'columna-server-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), readFileSync('index.html'));
  writeFileSync(join(folder, 'sw.js'), '// worker');
  writeFileSync(join(folder, 'columna-spine.js'), 'export {}');
  writeFileSync(join(folder, 'assets/page-Ab3_x-9Z.js'), 'let a = 1;'.repeat(100));
  writeFileSync(join(folder, '../columna-secret.txt'), 'secret');
  server = createPageServer(folder, "'self' https://school.example").listen(0, 'localhost');
  await once(server, 'listening');
});
afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(folder, '../columna-secret.txt'), { force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
}
/** Asks for a path as it is written: `fetch` would tidy it. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<Answer>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const request = get({ host: 'localhost', port, path, headers, method }, (response) => {
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
      });
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, bytes }));
    });
    request.on('error', reject);
  });

describe('the server', () => {
  it('gives every page the policy that it names itself, and whom it may be framed by', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    expect(policy.startsWith(POLICY)).toBe(true);
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'self' https://school.example");
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
  });

  it('lets browsers keep what cannot change, and ask for the rest', async () => {
    const kept = (await ask('/assets/page-Ab3_x-9Z.js')).headers['cache-control'];
    expect(kept).toBe('public, max-age=31536000, immutable');
    for (const path of ['/', '/sw.js', '/columna-spine.js'])
      expect((await ask(path)).headers['cache-control']).toBe('no-cache');
    const { etag } = (await ask('/')).headers;
    expect(await ask('/', { 'if-none-match': etag! })).toMatchObject({ status: 304, bytes: 0 });
  });

  it('packs what grows smaller, for whoever can unpack it', async () => {
    const [plain, packed] = [
      await ask('/assets/page-Ab3_x-9Z.js'),
      await ask('/assets/page-Ab3_x-9Z.js', { 'accept-encoding': 'br, gzip' }),
    ];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.bytes).toBeLessThan(plain.bytes / 5);
  });

  it('lends the web component alone to other origins', async () => {
    expect((await ask('/columna-spine.js')).headers['access-control-allow-origin']).toBe('*');
    expect((await ask('/')).headers['access-control-allow-origin']).toBeUndefined();
  });

  it('takes addresses of 16 kB and far more', async () => {
    for (const length of [16_000, 20_000, 200_000])
      expect((await ask(`/?embed=${'x'.repeat(length)}`)).status).toBe(200);
  });

  it.each(['/../columna-secret.txt', '/%2e%2e/columna-secret.txt', '/..%2fcolumna-secret.txt', '/%ff', '/a'])(
    'has nothing at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('says that it is well, and takes nothing but questions', async () => {
    expect(await ask('/health')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, bytes: 0 });
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });
});

describe('the container', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

  it('runs as nobody in particular, says how it is, and calls commands that there are', () => {
    const last = lines.slice(lines.map((line) => line.startsWith('FROM')).lastIndexOf(true));
    expect(last).toContain('USER node');
    expect(last.some((line) => line.startsWith('HEALTHCHECK') && line.endsWith('/health'))).toBe(true);
    expect(last.findIndex((line) => line.startsWith('USER'))).toBeLessThan(
      last.findIndex((line) => line.startsWith('CMD')),
    );
    const called = lines.flatMap((line) => [...line.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!));
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => !scripts[name])).toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { findPath, readCommand } from '../../cli/command.ts';

const { values } = readCommand({
  name: 'build:kiosk',
  about: 'Writes a folder that makes a bare Debian machine a kiosk: page, server, watchdog, service, policy.',
  options: {
    out: { type: 'string', value: 'DIR', default: 'dist-kiosk', about: 'folder to write to' },
    page: { type: 'string', value: 'DIR', about: 'folder of a page that is built already' },
  },
  example: '--out /media/stick/columna',
});
const out = findPath(values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const page = join(out, 'page');
if (values.page === undefined) {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', '--outDir', page];
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, vite, { env, stdio: 'inherit' });
} else cpSync(findPath(values.page), page, { recursive: true });
await build({
  entryPoints: ['src/server/main.ts'],
  outfile: join(out, 'server.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node18',
});
writeFileSync(join(out, 'package.json'), '{ "private": true, "type": "module" }\n');
for (const file of ['watchdog.sh', 'health.js', 'columna-kiosk.service', 'policy.json', 'install.sh'])
  cpSync(join(import.meta.dirname, file), join(out, file));
process.stdout.write(`${out}: copy it to the machine and run install.sh there as root\n`);

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createPageServer } from './pageServer.ts';

// serves a built page: main.ts [FOLDER]; PORT, HOST and FRAMED_BY come from the environment

const folder = process.argv[2] ?? 'dist';
const { PORT = '4173', HOST = 'localhost', FRAMED_BY = null } = process.env;

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};
if (!existsSync(join(folder, 'index.html'))) fail(`There is no page in ${folder}: npm run build makes one.`);
const server = createPageServer(folder, FRAMED_BY);
server.on('error', (error: NodeJS.ErrnoException) =>
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${PORT} is taken by another program: name another one in PORT.`
      : `The server could not start: ${error.message}`,
  ),
);
server.listen(Number(PORT), HOST, () => process.stdout.write(`Columna is at http://${HOST}:${PORT}/\n`));
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  });

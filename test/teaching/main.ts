import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCommand } from '../../src/cli/command.ts';
import { writeGuide, writeSheet } from './write.ts';

readCommand({
  name: 'teaching',
  about:
    'Writes the lab sheet and the teacher’s guide into public/teaching, with the figures that the model gives now.',
  options: {},
  example: '',
});
const folder = resolve(import.meta.dirname, '../../public/teaching');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'lab-sheet.html'), await writeSheet());
writeFileSync(join(folder, 'guide.html'), writeGuide());

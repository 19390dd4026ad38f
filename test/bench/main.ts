import { readCommand, refuse } from '../../src/cli/command.ts';
import { benchActs } from './acts.ts';
import { benchBone } from './bone.ts';
import { benchColumn } from './column.ts';
import { benchElements } from './elements.ts';
import { benchImages } from './images.ts';
import { benchLoad } from './load.ts';
import { benchMuscles } from './muscles.ts';
import { benchPicture } from './picture.ts';
import type { Row } from './row.ts';

const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  column: benchColumn,
  muscles: benchMuscles,
  bone: benchBone,
  acts: benchActs,
  images: benchImages,
  elements: benchElements,
  picture: benchPicture,
  load: benchLoad,
};

const { values, operands: asked } = readCommand({
  name: 'bench',
  about: `How long the parts take here: medians, warm, of one run; compare ratios, not milliseconds. Parts: ${Object.keys(PARTS).join(', ')}.`,
  operands: '[PART …]',
  options: { json: { type: 'boolean', about: 'for machines' } },
  example: 'column bone --json',
});
for (const part of asked)
  if (!Object.hasOwn(PARTS, part)) refuse(`There is no part ${part}: ${Object.keys(PARTS).join(', ')}.`);
const rows: Row[] = [];
for (const [part, bench] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(part)) rows.push(...(await bench()));

if (values.json) console.log(JSON.stringify(rows, null, 2));
else
  for (const { name, value, unit, reference, ratio } of rows)
    console.log(
      `${name.padEnd(40)}${value.toPrecision(4).padStart(9)} ${unit.padEnd(9)}${ratio === null ? '' : `${ratio.toPrecision(3).padStart(7)} × better than ${reference}`}`,
    );

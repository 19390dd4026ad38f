import { benchActs } from './acts.ts';
import { benchBone } from './bone.ts';
import { benchColumn } from './column.ts';
import { benchLoad } from './load.ts';
import { benchMuscles } from './muscles.ts';
import { benchPicture } from './picture.ts';
import type { Row } from './row.ts';

// npm run -s bench [-- --json] [-- PART …]: how long the parts take here. All medians, warm, of one run; compare ratios, not milliseconds.

const PARTS: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  column: benchColumn,
  muscles: benchMuscles,
  bone: benchBone,
  acts: benchActs,
  picture: benchPicture,
  load: benchLoad,
};

const asked = process.argv.slice(2).filter((word) => word !== '--json');
for (const part of asked)
  if (!PARTS[part]) throw new Error(`There is no part “${part}”: ${Object.keys(PARTS).join(', ')}.`);
const rows: Row[] = [];
for (const [part, bench] of Object.entries(PARTS))
  if (asked.length === 0 || asked.includes(part)) rows.push(...(await bench()));

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else
  for (const { name, value, unit, reference, ratio } of rows)
    console.log(
      `${name.padEnd(40)}${value.toPrecision(4).padStart(9)} ${unit.padEnd(9)}${ratio === null ? '' : `${ratio.toPrecision(3).padStart(7)} × better than ${reference}`}`,
    );

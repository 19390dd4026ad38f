import { benchActs } from './acts.ts';
import { benchBone } from './bone.ts';
import { benchColumn } from './column.ts';
import { benchLoad } from './load.ts';
import { benchMuscles } from './muscles.ts';
import { benchPicture } from './picture.ts';

// npm run -s bench [-- --json]: how long the parts take here. All medians, warm, of one run; compare ratios, not milliseconds.

const rows = [
  ...benchColumn(),
  ...benchMuscles(),
  ...benchBone(),
  ...benchActs(),
  ...(await benchPicture()),
  ...(await benchLoad()),
];

if (process.argv.includes('--json')) console.log(JSON.stringify(rows, null, 2));
else
  for (const { name, value, unit, reference, ratio } of rows)
    console.log(
      `${name.padEnd(40)}${value.toPrecision(4).padStart(9)} ${unit.padEnd(9)}${ratio === null ? '' : `${ratio.toPrecision(3).padStart(7)} × better than ${reference}`}`,
    );

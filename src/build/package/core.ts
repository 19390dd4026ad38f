import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { writePackage } from './writePackage.ts';

// npm run build:core writes dist-core/: the mechanics without the page

await writePackage(
  {
    name: 'columna-core',
    description: `The mechanics of Columna, a spine that breaks for reasons you can check (model ${MODEL_VERSION}).`,
    entry: 'src/core/simulation/api.ts',
    section: 'The mechanics as a package',
    sideEffects: false,
  },
  process.argv[2] ?? 'dist-core',
);

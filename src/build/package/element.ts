import { writePackage } from './writePackage.ts';

// npm run build:element writes dist-element/: the web component with its types

await writePackage(
  {
    name: 'columna-spine',
    description:
      'A web component that shows Columna, a spine that breaks for reasons you can check, in a frame.',
    entry: 'src/element/columnaSpine.ts',
    section: 'A web component',
    sideEffects: true,
  },
  process.argv[2] ?? 'dist-element',
);

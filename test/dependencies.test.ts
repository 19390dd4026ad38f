import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const locked: Record<string, Package> = read('package-lock.json').packages;

it('every locked package is held to what the registry gave, those of other platforms too', () => {
  const loose = Object.entries(locked).filter(([path, { integrity }]) => path !== '' && !integrity);
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('React stays within what React Three Fiber allows, also after an update', () => {
  const { dependencies } = read('package.json');
  for (const name of ['react', 'react-dom']) {
    const below = /<(\d+\.\d+)/.exec(
      locked['node_modules/@react-three/fiber']!.peerDependencies![name]!,
    )![1]!;
    // a tilde lets only the last number move
    const [, minor] = /^~(\d+\.\d+)\.\d+$/.exec(dependencies[name]) ?? [];
    expect(minor, `${name} ${dependencies[name]}`).toBeDefined();
    expect(Number(minor!.split('.')[1])).toBeLessThan(Number(below.split('.')[1]));
    expect(locked[`node_modules/${name}`]!.version).toMatch(new RegExp(`^${minor!.replace('.', '\\.')}\\.`));
  }
});

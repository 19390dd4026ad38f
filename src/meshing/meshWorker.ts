import { parentPort } from 'node:worker_threads';
import { boneSolid } from './bones.ts';
import { isWatertight, meshBone } from './mesh.ts';

// receives one bone's name and returns its mesh
parentPort!.on('message', async (name: string) => {
  const mesh = await meshBone(boneSolid(name));
  if (!isWatertight(mesh.indices)) throw new Error(`${name} is not watertight`);
  parentPort!.postMessage(mesh);
});

import { DirectionalLight, type Vector3 } from 'three';

/** Way of the key light to what it lights, m: from the front, above and the right. */
const AWAY_M = [1.75, 2.25, 2.1] as const;
/** Half the side of the square that casts shadows, m: at least a few vertebrae, at most trunk and head in bending. */
const LEAST_M = 0.16;
const MOST_M = 0.8;
/** Steps of that size, as a factor: a shadow that grows with every frame would crawl. */
const STEP = 1.25;

export function createKeyLight(shadowSize: number): DirectionalLight {
  const light = new DirectionalLight('#fff2df');
  light.castShadow = shadowSize > 0;
  light.shadow.mapSize.setScalar(shadowSize);
  light.shadow.camera.near = 1;
  light.shadow.camera.far = 6;
  light.shadow.radius = 1.4;
  light.position.set(...AWAY_M);
  return light;
}

/** Fits the shadows to what is seen: half its height round its middle, m. Allocates nothing. */
export function fitShadow(light: DirectionalLight, middle: Vector3, halfHeightM: number): void {
  const steps = Math.ceil(
    Math.log(Math.max(LEAST_M, Math.min(MOST_M, halfHeightM)) / LEAST_M) / Math.log(STEP),
  );
  const half = LEAST_M * STEP ** steps;
  light.target.position.copy(middle);
  light.position.set(middle.x + AWAY_M[0], middle.y + AWAY_M[1], middle.z + AWAY_M[2]);
  light.target.updateMatrixWorld();
  const { camera } = light.shadow;
  if (camera.right === half) return;
  camera.left = camera.bottom = -half;
  camera.right = camera.top = half;
  camera.updateProjectionMatrix();
  // as wide as a few texels, whatever their size
  light.shadow.bias = -0.0021 * half;
  light.shadow.normalBias = 0.0053 * half;
}

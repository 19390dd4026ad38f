import { extend } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { DirectionalLight, HemisphereLight } from 'three';
import type { Look } from './looks.ts';

extend({ DirectionalLight, HemisphereLight });

/** Light of a scene. @param shadowSize side of the shadow map, px; 0: no shadows */
export function Studio({ look, shadowSize }: { look: Look; shadowSize: number }) {
  return (
    <>
      <hemisphereLight args={[look.sky, look.floor, look.skyStrength]} position={[0, 1, 0]} />
      <KeyLight intensity={look.keyStrength} shadowSize={shadowSize} />
      <directionalLight color="#cfe2ff" intensity={look.rimStrength} position={[-2.2, 2.2, -1.8]} />
    </>
  );
}

/** Soft light from the front, above and the right, directed at the chest. */
function KeyLight({ intensity, shadowSize }: { intensity: number; shadowSize: number }) {
  const light = useMemo(() => createKeyLight(shadowSize), [shadowSize]);
  useEffect(() => () => light.dispose(), [light]);
  return (
    <>
      <primitive object={light.target} />
      <primitive object={light} intensity={intensity} />
    </>
  );
}

/** Half the side of the square that casts shadows, m: trunk and head in bending. */
const SHADOWED_M = 0.75;

function createKeyLight(shadowSize: number): DirectionalLight {
  const light = new DirectionalLight('#fff2df');
  light.position.set(2.0, 2.9, 2.1);
  light.target.position.set(0.1, 1.05, 0);
  light.castShadow = shadowSize > 0;
  const { camera, mapSize } = light.shadow;
  mapSize.setScalar(shadowSize);
  Object.assign(camera, {
    left: -SHADOWED_M,
    right: SHADOWED_M,
    top: SHADOWED_M,
    bottom: -SHADOWED_M,
    near: 1,
    far: 6,
  });
  light.shadow.bias = -0.0016;
  light.shadow.normalBias = 0.004;
  light.shadow.radius = 1.4;
  return light;
}

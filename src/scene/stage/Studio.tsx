import { extend } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { DirectionalLight, LightProbe } from 'three';
import { createKeyLight } from './keyLight.ts';
import type { Look } from './looks.ts';
import { createStudioLight } from './studioLight.ts';

extend({ DirectionalLight, LightProbe });

interface StudioProps {
  readonly look: Look;
  /** Side of the shadow map, px; 0: no shadows. */
  readonly shadowSize: number;
  /** Receives the light that casts them. */
  readonly onKey?: (key: DirectionalLight) => void;
}

/** Light of a scene: soft light from all around, a key that models, and one from behind that draws the edges. */
export function Studio({ look, shadowSize, onKey }: StudioProps) {
  const soft = useMemo(() => createStudioLight(look.studio), [look]);
  const key = useMemo(() => createKeyLight(shadowSize), [shadowSize]);
  useEffect(() => {
    onKey?.(key);
    return () => key.dispose();
  }, [key, onKey]);
  return (
    <>
      <primitive object={soft} />
      <primitive object={key.target} />
      <primitive object={key} intensity={look.keyStrength} />
      <directionalLight color="#cfe2ff" intensity={look.backStrength} position={[-1.9, 1.6, -2.4]} />
    </>
  );
}

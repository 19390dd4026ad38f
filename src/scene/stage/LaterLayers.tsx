import { useFrame, useThree } from '@react-three/fiber';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { type Material, Mesh, type Object3D } from 'three';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { CameraSettings } from '../camera/cameraRig.ts';
import { type Cutaway, createCutaway } from '../cutaway/cutaway.ts';
import type { Layers } from '../layers/layers.ts';
import { createRims } from '../moment/rims.ts';
import type { Still } from '../moment/still.ts';
import { compile } from './compile.ts';
import type { Director } from './director.ts';
import { createFormerBack } from './formerBack.ts';
import { LOOKS, QUALITY } from './looks.ts';
import { useStore } from './useStore.ts';

export interface LaterLayersProps {
  readonly director: Director;
  readonly spine: MergedBones;
  readonly settings: SettingsStore;
  readonly onOpenBones: (bones: OpenBones) => void;
  readonly lens: CameraSettings;
  /** Whether a break is shown in a loupe beside the person. */
  readonly hasLoupe: boolean;
}

// when the first bone breaks; without it the spine is still shown
const Loupe = lazy(() => import('../moment/Loupe.tsx').catch(() => ({ default: () => <></> })));

/** Material of the bones with the cutaway, once it is there, and the director to which it belongs. */
export interface OpenBones {
  readonly director: Director;
  readonly material: Material;
}

/** Parts loaded after the first view: the cutaway of the bodies, and the layers that are asked for. */
export default function LaterLayers({
  director,
  spine,
  settings,
  onOpenBones,
  lens,
  hasLoupe,
}: LaterLayersProps) {
  const cutaway = useCutaway(director, spine, onOpenBones);
  const layers = useLayers(director, spine, settings);
  useStill(director);
  const rims = useRims(director, spine, settings);
  const formerBack = useFormerBack(director);
  const breaks = useStore(
    director.session.store,
    ({ shown }) => (shown?.run.trace.fractures.length ?? 0) > 0,
  );
  return (
    <>
      {cutaway && <primitive object={cutaway.object} />}
      {layers && <primitive object={layers.object} />}
      <primitive object={rims.object} />
      <mesh
        geometry={formerBack.geometry}
        material={formerBack.material}
        frustumCulled={false}
        renderOrder={2}
      />
      {cutaway && hasLoupe && breaks && !REDUCED_MOTION.matches && (
        <Suspense fallback={null}>
          <Loupe director={director} spine={spine} cutaway={cutaway} settings={settings} camera={lens} />
        </Suspense>
      )}
    </>
  );
}

const REDUCED_MOTION = matchMedia('(prefers-reduced-motion: reduce)');

/** Adds the lines round broken bones. */
function useRims(director: Director, spine: MergedBones, settings: SettingsStore) {
  const look = LOOKS[useStore(settings, (state) => state.theme)];
  const rims = useMemo(() => createRims(director.uniforms, spine, QUALITY.low.detail), [director, spine]);
  useEffect(() => {
    rims.colour.set(look.broken);
    director.setRims(rims);
  }, [director, rims, look]);
  useEffect(() => () => rims.dispose(), [rims]);
  return rims;
}

/** Adds the line of her back as it was. */
function useFormerBack(director: Director) {
  const formerBack = useMemo(() => createFormerBack(director.language), [director]);
  useEffect(() => director.setFormerBack(formerBack), [director, formerBack]);
  useEffect(() => () => formerBack.dispose(), [formerBack]);
  return formerBack;
}

/** Adds the cutaway when its shader is ready. */
function useCutaway(
  director: Director,
  spine: MergedBones,
  onOpenBones: LaterLayersProps['onOpenBones'],
): Cutaway | null {
  const [cutaway, setCutaway] = useState<{ readonly of: Director; readonly made: Cutaway } | null>(null);
  const { gl, scene, camera } = useThree();
  useEffect(() => {
    let stale = false;
    const made = createCutaway(director.uniforms, spine.geometry, spine.details[0]!);
    const opened = new Mesh(spine.geometry, made.material);
    const ready = [opened, made.object].map((object) => compile(gl, object, camera, scene));
    void Promise.all(ready).then(() => {
      if (stale) return;
      director.setCutaway(made);
      setCutaway({ of: director, made });
      onOpenBones({ director, material: made.material });
    });
    return () => {
      stale = true;
      made.dispose();
    };
  }, [director, spine, onOpenBones, gl, scene, camera]);
  return cutaway?.of === director ? cutaway.made : null;
}

/** Shows two pictures of a fracture where less motion is wanted. */
function useStill(director: Director): void {
  const still = useRef<Still | null>(null);
  const canvas = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    if (!REDUCED_MOTION.matches) return;
    let stale = false;
    const { clock } = director.session;
    clock.usualSpeed = 'real';
    clock.setSpeed('real');
    import('../moment/still.ts')
      .then(({ createStill }) => {
        if (stale) return;
        still.current = createStill(canvas.parentElement!, director);
        invalidate();
      })
      // without them the text still says it
      .catch(() => {});
    return () => {
      stale = true;
      still.current?.dispose();
      still.current = null;
    };
  }, [director, canvas, invalidate]);
  useFrame(({ gl, scene, camera }) => still.current?.update(gl, scene, camera));
}

/** Loads the layers when the first of them is asked for. */
function useLayers(director: Director, spine: MergedBones, settings: SettingsStore): Layers | null {
  const [layers, setLayers] = useState<{ readonly of: Director; readonly made: Layers } | null>(null);
  const { gl, scene, camera, invalidate } = useThree();
  const { skeleton: _, inside: __, discs: ___, ...later } = useStore(settings, (state) => state.layers);
  const isolated = useStore(settings, (state) => state.isolated);
  const [asked, setAsked] = useState(false);
  if (!asked && (isolated !== null || Object.values(later).includes(true))) setAsked(true);
  useEffect(() => {
    if (!asked) return;
    let stale = false;
    let made: Layers | null = null;
    import('../layers/layers.ts')
      .then(({ createLayers }) => {
        if (stale) return;
        const prepare = (object: Object3D) => compile(gl, object, camera, scene);
        const { uniforms, session, labels, language } = director;
        made = createLayers({
          uniforms,
          spine,
          measured: session.measured,
          labelHost: labels.host,
          language,
          prepare,
          redraw: invalidate,
        });
        director.setLayers(made);
        setLayers({ of: director, made });
      })
      // without them the spine is still shown
      .catch(() => {});
    return () => {
      stale = true;
      made?.dispose();
    };
  }, [director, spine, asked, gl, scene, camera, invalidate]);
  return layers?.of === director ? layers.made : null;
}

import { useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import { type Camera, type Material, Mesh, type Object3D, type Scene, type WebGLRenderer } from 'three';
import type { SettingsStore } from '../runtime/settings.ts';
import type { Director } from './director.ts';
import type { Layers } from './layers/layers.ts';
import type { MergedBones } from './mergeBones.ts';
import { useStore } from './useStore.ts';
import { type Cutaway, createCutaway } from './window/cutaway.ts';

export interface LaterLayersProps {
  readonly director: Director;
  readonly spine: MergedBones;
  readonly settings: SettingsStore;
  /** The bones' material from then on: with a window. */
  readonly onOpenBones: (material: Material) => void;
}

/** What comes after the first view: the window into the bodies, and the layers that are asked for. */
export default function LaterLayers({ director, spine, settings, onOpenBones }: LaterLayersProps) {
  const cutaway = useCutaway(director, spine, onOpenBones);
  const layers = useLayers(director, spine, settings);
  return (
    <>
      {cutaway && <primitive object={cutaway.object} />}
      {layers && <primitive object={layers.object} />}
    </>
  );
}

/** Put into the picture when its shader is ready. */
function useCutaway(
  director: Director,
  spine: MergedBones,
  onOpenBones: (material: Material) => void,
): Cutaway | null {
  const [cutaway, setCutaway] = useState<Cutaway | null>(null);
  const { gl, scene, camera } = useThree();
  useEffect(() => {
    let stale = false;
    const made = createCutaway(director.uniforms, spine.geometry, spine.details[0]!);
    const opened = new Mesh(spine.geometry, made.material);
    const ready = [opened, made.object].map((object) => compile(gl, object, camera, scene));
    void Promise.all(ready).then(() => {
      if (stale) return;
      director.setCutaway(made);
      setCutaway(made);
      onOpenBones(made.material);
    });
    return () => {
      stale = true;
      made.dispose();
    };
  }, [director, spine, onOpenBones, gl, scene, camera]);
  return cutaway;
}

/** Makes an object's shaders before it is drawn, beside the page's work where the device can. */
async function compile(gl: WebGLRenderer, object: Object3D, camera: Camera, scene: Scene): Promise<void> {
  // without the extension three would only warn of it
  if (gl.getContext().getExtension('KHR_parallel_shader_compile'))
    await gl.compileAsync(object, camera, scene);
  else gl.compile(object, camera, scene);
}

/** Loaded when the first of them is asked for. */
function useLayers(director: Director, spine: MergedBones, settings: SettingsStore): Layers | null {
  const [layers, setLayers] = useState<Layers | null>(null);
  const { gl, scene, camera, invalidate } = useThree();
  const { skeleton: _, inside: __, discs: ___, ...later } = useStore(settings, (state) => state.layers);
  const [asked, setAsked] = useState(false);
  if (!asked && Object.values(later).includes(true)) setAsked(true);
  useEffect(() => {
    if (!asked) return;
    let stale = false;
    let made: Layers | null = null;
    import('./layers/layers.ts')
      .then(({ createLayers }) => {
        if (stale) return;
        const prepare = (object: Object3D) => compile(gl, object, camera, scene);
        made = createLayers(director.uniforms, spine.geometry, prepare, invalidate);
        director.setLayers(made);
        setLayers(made);
      })
      // without them the spine is seen as well
      .catch(() => {});
    return () => {
      stale = true;
      made?.dispose();
    };
  }, [director, spine, asked, gl, scene, camera, invalidate]);
  return layers;
}

import { type BufferGeometry, Group, type Object3D } from 'three';
import type { Shown } from '../../runtime/session.ts';
import type { LaidOver, Settings } from '../../runtime/settings.ts';
import type { PoseUniforms } from '../boneMaterial.ts';
import { FAINT } from '../looks.ts';
import type { Pose } from '../pose.ts';
import type { SceneLayer, Sight } from './layer.ts';

/** The layers that are loaded when they are first asked for. */
export interface Layers {
  readonly object: Group;
  /** @param share of their opacities that is left to all of them */
  update(
    shown: Shown,
    settings: Pick<Settings, 'layers' | 'faint'>,
    pose: Pose,
    timeS: number,
    sight: Sight,
    share: number,
  ): void;
  dispose(): void;
}

type Load = (uniforms: PoseUniforms, spine: BufferGeometry) => Promise<SceneLayer>;

const LOADS = {
  muscles: () => import('./muscles.ts').then((module) => module.default()),
  forces: (uniforms) => import('./forces.ts').then((module) => module.default(uniforms)),
  ligaments: (_, spine) => import('./tissues.ts').then((module) => module.createLigamentLayer(spine)),
  nerves: () => import('./tissues.ts').then((module) => module.createNerveLayer()),
} as const satisfies Record<LaidOver, Load>;

const NAMES = Object.keys(LOADS) as (keyof typeof LOADS)[];

/**
 * @param spine geometry of its bones
 * @param prepare makes a layer's shaders before it is drawn
 * @param redraw when a layer has come
 */
export function createLayers(
  uniforms: PoseUniforms,
  spine: BufferGeometry,
  prepare: (object: Object3D) => Promise<unknown>,
  redraw: () => void,
): Layers {
  const object = new Group();
  const asked = new Set<string>();
  const failed = new Set<string>();
  const loaded = new Map<string, { readonly layer: SceneLayer; shown: Shown | null }>();
  let disposed = false;

  const load = async (name: keyof typeof LOADS, shown: Shown) => {
    asked.add(name);
    const layer = await LOADS[name](uniforms, spine).catch(() => null);
    if (!layer) failed.add(name);
    if (!layer || disposed) return layer?.dispose();
    layer.setShown(shown);
    await prepare(layer.object);
    if (disposed) return layer.dispose();
    loaded.set(name, { layer, shown });
    object.add(layer.object);
    redraw();
  };

  return {
    object,
    update(shown, { layers: wanted, faint }, pose, timeS, sight, share) {
      for (const name of NAMES) {
        const own = loaded.get(name);
        if (own) own.layer.object.visible = wanted[name];
        if (!wanted[name]) {
          // to be asked for again at the next press
          if (failed.delete(name)) asked.delete(name);
          continue;
        }
        if (!asked.has(name)) void load(name, shown);
        if (!own) continue;
        if (own.shown !== shown) own.layer.setShown(shown);
        own.shown = shown;
        own.layer.update(pose, timeS, sight, faint[name] ? share * FAINT : share);
      }
    },
    dispose() {
      disposed = true;
      for (const { layer } of loaded.values()) layer.dispose();
    },
  };
}

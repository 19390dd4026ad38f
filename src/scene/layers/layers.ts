import { Group, type Object3D } from 'three';
import type { Language } from '../../i18n/translate.ts';
import type { LaidOver, Settings } from '../../runtime/device/settings.ts';
import type { MeasuredStore } from '../../runtime/picture/measured.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { PoseUniforms } from '../bones/boneMaterial.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Pose } from '../bones/pose.ts';
import { FAINT } from '../stage/looks.ts';
import type { Isolation } from './isolation.ts';
import type { SceneLayer, Viewpoint } from './layer.ts';

/** Layers that are loaded when they are first needed. */
export interface Layers {
  readonly object: Group;
  /** @param alone the vertebra that is shown alone, if any */
  update(
    shown: Shown,
    settings: Pick<Settings, 'layers' | 'faint'>,
    pose: Pose,
    timeS: number,
    viewpoint: Viewpoint,
    alone: number | null,
  ): void;
  dispose(): void;
}

/** Context from which layers are made. */
export interface LayerContext {
  readonly uniforms: PoseUniforms;
  readonly spine: MergedBones;
  readonly measured: MeasuredStore;
  /** Element over the picture. */
  readonly labelHost: HTMLElement;
  readonly language: Language;
  /** Compiles a layer's shaders before it is drawn. */
  readonly prepare: (object: Object3D) => Promise<unknown>;
  /** Called when a layer has loaded. */
  readonly redraw: () => void;
}

const LOADS = {
  muscles: () => import('./muscles.ts').then((module) => module.default()),
  forces: ({ uniforms }) => import('./forces.ts').then((module) => module.default(uniforms)),
  ligaments: ({ spine }) =>
    import('./tissues.ts').then((module) => module.createLigamentLayer(spine.geometry)),
  nerves: ({ spine, measured, labelHost, language }) =>
    import('./nerves.ts').then((module) => module.createNerveLayer(spine, measured, labelHost, language)),
} as const satisfies Record<LaidOver, (context: LayerContext) => Promise<SceneLayer>>;

const NAMES = Object.keys(LOADS) as (keyof typeof LOADS)[];
/** Factor on the layers' opacities round a vertebra that is shown alone. */
const ROUND_ALONE = 0.15;

export function createLayers(context: LayerContext): Layers {
  const { prepare, redraw } = context;
  const object = new Group();
  const asked = new Set<string>();
  const failed = new Set<string>();
  const loaded = new Map<string, { readonly layer: SceneLayer; shown: Shown | null }>();
  let isolation: Isolation | null = null;
  let disposed = false;

  const load = async (name: keyof typeof LOADS, shown: Shown) => {
    asked.add(name);
    const layer = await LOADS[name](context).catch(() => null);
    if (!layer) failed.add(name);
    if (!layer || disposed) return layer?.dispose();
    layer.setShown(shown);
    await prepare(layer.object);
    if (disposed) return layer.dispose();
    loaded.set(name, { layer, shown });
    object.add(layer.object);
    redraw();
  };

  const loadIsolation = async () => {
    asked.add('isolation');
    const made = await import('./isolation.ts').then(
      ({ createIsolation }) => createIsolation(context.uniforms, context.spine),
      () => null,
    );
    // without the outlines it is shown alone
    if (!made || disposed) return made?.dispose();
    await prepare(made.object);
    isolation = made;
    object.add(made.object);
    redraw();
  };

  const hide = ({ layer }: { readonly layer: SceneLayer }) => {
    if (!layer.object.visible) return;
    layer.object.visible = false;
    layer.hide?.();
  };

  return {
    object,
    update(shown, { layers: wanted, faint }, pose, timeS, viewpoint, alone) {
      if (alone !== null && !asked.has('isolation')) void loadIsolation();
      isolation?.show(alone);
      const opacity = alone === null ? 1 : ROUND_ALONE;
      for (const name of NAMES) {
        const own = loaded.get(name);
        if (!wanted[name]) {
          if (own) hide(own);
          // to be loaded again at the next press
          if (failed.delete(name)) asked.delete(name);
          continue;
        }
        if (!asked.has(name)) void load(name, shown);
        if (!own) continue;
        own.layer.object.visible = true;
        if (own.shown !== shown) own.layer.setShown(shown);
        own.shown = shown;
        own.layer.update(pose, timeS, viewpoint, faint[name] ? opacity * FAINT : opacity);
      }
    },
    dispose() {
      disposed = true;
      isolation?.dispose();
      for (const { layer } of loaded.values()) layer.dispose();
    },
  };
}

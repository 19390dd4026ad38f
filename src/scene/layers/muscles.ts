import { Group } from 'three';
import { type Fascicle, mirrorFascicle } from '../../core/anatomy/muscles.ts';
import { createSpineModel } from '../../core/anatomy/spineModel.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { ACTIVATION_STOPS } from '../../scales/activationScale.ts';
import { writeBetweenFrames } from './frames.ts';
import type { SceneLayer } from './layer.ts';
import { createStrands, type Strands } from './strands.ts';

/** Width at an end over that of the belly: a muscle ends in tendon (our assumption). */
const TENDON_FRACTION = 0.3;
/** Width of a belly over that of a round one with the fascicle's physiological area: room for its neighbours (our assumption). */
const DRAWN_RADIUS_RATIO = 0.8;
const OPACITY = 0.66;
/** After the discs and before the skeleton, which would hide what lies behind it. */
const RENDER_ORDER = 1.8;

/** Fascicles of both sides, in the order of a trace's forces, and their greatest forces, N. */
export interface Muscles {
  readonly fascicles: readonly Fascicle[];
  readonly mostN: Float64Array;
}

export function createMuscles({ patient, overrides }: Shown['scenario']): Muscles {
  const model = createSpineModel(patient, overrides);
  const fascicles = [...model.fascicles, ...model.fascicles.map(mirrorFascicle)];
  return {
    fascicles,
    mostN: Float64Array.from(fascicles, ({ areaM2 }) => areaM2 * model.musclePressurePa),
  };
}

export const createMuscleStrands = ({ fascicles }: Muscles): Strands =>
  createStrands(
    fascicles.map(({ body, pointsM, areaM2 }) => ({
      body,
      pointsM,
      radiusM: DRAWN_RADIUS_RATIO * Math.sqrt(areaM2 / Math.PI),
    })),
    {
      stops: ACTIVATION_STOPS,
      opacity: OPACITY,
      taper: TENDON_FRACTION,
      flatness: 0.75,
      fibres: 0.1,
      givesWay: true,
    },
  );

/** Activation of each fascicle at a time: force over greatest force, 0 … 1. */
export function writeActivations(trace: Trace, timeS: number, mostN: Float64Array, out: Float32Array): void {
  writeBetweenFrames(trace, trace.muscleForceN, timeS, out);
  for (let k = 0; k < out.length; k++) out[k] = Math.min(1, out[k]! / mostN[k]!);
}

/** Layer of all fascicles, coloured by activation. */
export default function createMuscleLayer(): SceneLayer {
  const object = new Group();
  let shown: Shown | null = null;
  let muscles: Muscles | null = null;
  let strands: Strands | null = null;
  const drop = () => {
    strands?.dispose();
    object.clear();
  };
  return {
    object,
    setShown(next) {
      const same =
        next.scenario.patient === shown?.scenario.patient &&
        next.scenario.overrides === shown.scenario.overrides;
      shown = next;
      if (same) return;
      drop();
      muscles = createMuscles(next.scenario);
      strands = createMuscleStrands(muscles);
      strands.mesh.renderOrder = RENDER_ORDER;
      object.add(strands.mesh);
    },
    update(pose, timeS, viewpoint, opacity) {
      if (!shown || !muscles || !strands) return;
      writeActivations(shown.run.trace, timeS, muscles.mostN, strands.value);
      strands.update(pose, viewpoint);
      strands.setOpacity(opacity);
    },
    dispose: drop,
  };
}

import type { Scenario } from '../../core/simulation/scenario.ts';
import type { Comparison, View } from '../../runtime/device/settings.ts';
import type { StoryFigures } from './figures.ts';

/** Steps in the order in which they are told. */
export const STEPS = ['healthy', 'loss', 'daily', 'lift', 'fracture', 'after', 'cement', 'protect'] as const;
export type StepName = (typeof STEPS)[number];

export type Part = keyof StoryFigures;

/** Stage in a step. */
export interface Scene {
  readonly scenario: Scenario;
  readonly view: View;
  readonly comparison: Comparison | null;
  readonly tinted: boolean;
  /** Whether the camera rotates slowly. */
  readonly rotating: boolean;
  /** Playback time without motion: that of the greatest load, or the end. */
  readonly still: 'peak' | 'end';
  /** Whether it is played when the step begins, where motion is wanted. */
  readonly plays: boolean;
}

/** Figures that a step needs. */
export const NEEDS: Readonly<Record<StepName, Part>> = {
  healthy: 'strong',
  loss: 'bone',
  daily: 'daily',
  lift: 'lift',
  fracture: 'fracture',
  after: 'fracture',
  cement: 'fracture',
  protect: 'strong',
};

const QUIET = { comparison: null, tinted: false, rotating: false, still: 'end', plays: false } as const;

/**
 * Stage of a step; null until its figures are computed.
 *
 * @param isShowing whether the reader asked to see how a fracture happens
 */
export function getScene(step: StepName, figures: Partial<StoryFigures>, isShowing: boolean): Scene | null {
  const { strong, bone, daily, lift, fracture } = figures;
  switch (step) {
    case 'healthy':
      return strong ? { ...QUIET, scenario: strong.scenario, view: 'three-quarter', rotating: true } : null;
    case 'loss':
      return bone ? { ...QUIET, scenario: bone.scenario, view: 'close', comparison: 'strong' } : null;
    case 'daily':
      return daily ? { ...QUIET, scenario: daily.scenario, view: 'three-quarter', tinted: true } : null;
    case 'lift':
      return lift
        ? {
            ...QUIET,
            scenario: lift.scenario,
            view: 'side',
            comparison: 'easier',
            tinted: true,
            still: 'peak',
            plays: true,
          }
        : null;
    case 'fracture': {
      if (fracture === undefined || !bone) return null;
      const course = isShowing ? fracture?.course : null;
      const scenario = course ?? fracture?.still ?? bone.scenario;
      return { ...QUIET, scenario, view: 'three-quarter', plays: Boolean(course) };
    }
    case 'after': {
      if (fracture === undefined || !bone) return null;
      return { ...QUIET, scenario: fracture?.after.scenario ?? bone.scenario, view: 'side', tinted: true };
    }
    case 'cement': {
      if (fracture === undefined || !bone) return null;
      return { ...QUIET, scenario: fracture?.cement.scenario ?? bone.scenario, view: 'close' };
    }
    case 'protect':
      return strong
        ? { ...QUIET, scenario: (daily ?? strong).scenario, view: 'three-quarter', rotating: true }
        : null;
  }
}

import table from '../../models/meshing-posterior.json' with { type: 'json' };
import { LEVELS, type Level } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE, type VertebraDimensions } from '../core/anatomy/vertebrae.ts';

/** Slopes and sizes of a vertebra's arch and processes (models/meshing-posterior.json says how each is measured). */
export type ArchShape = (typeof table.arch)[number];
/** The pair of facet joints between a level and the bone above it, placed from the lower bone's upper end plate. */
export type JointShape = (typeof table.joints)[number];

/** Everything that shapes one vertebra: its own tables, and the joints it shares with its neighbours. */
export interface VertebraShape {
  readonly dimensions: VertebraDimensions;
  readonly arch: ArchShape;
  readonly upperJoint: JointShape;
  readonly lowerJoint: JointShape;
  /** The next bone's upper end plate: the lower joint is measured from it. */
  readonly depthBelowMm: number;
}

export const isLumbar = (level: Level): boolean => level.startsWith('L');

export function jointAbove(level: Level | 'S1'): JointShape {
  const joint = table.joints.find((row) => row.level === level);
  if (!joint) throw new Error(`models/meshing-posterior.json has no joint above ${level}`);
  return joint;
}

export const dimensionsOf = (level: Level): VertebraDimensions => REFERENCE_VERTEBRAE[LEVELS.indexOf(level)]!;

export function vertebraShape(level: Level): VertebraShape {
  const below = LEVELS[LEVELS.indexOf(level) + 1];
  const dimensions = dimensionsOf(level);
  const arch = table.arch.find((row) => row.level === level);
  if (!arch) throw new Error(`models/meshing-posterior.json has no arch of ${level}`);
  return {
    dimensions,
    arch,
    upperJoint: jointAbove(level),
    lowerJoint: jointAbove(below ?? 'S1'),
    depthBelowMm: below ? dimensionsOf(below).upperDepthMm : dimensions.lowerDepthMm,
  };
}

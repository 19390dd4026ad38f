import discs from '../../models/discs.json' with { type: 'json' };
import table from '../../models/meshing-posterior.json' with { type: 'json' };
import { DISC_NAMES, LEVELS, type Level, levelIndex } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE, type VertebraDimensions } from '../core/anatomy/vertebrae.ts';
import { radians } from './primitives.ts';

/** Slopes and sizes of a vertebra's arch and processes (models/meshing-posterior.json says how each is measured). */
export type ArchShape = (typeof table.arch)[number];
/** Pair of facet joints between a level and the bone above it, positioned from the lower bone's upper end plate. */
export type JointShape = (typeof table.joints)[number];

/** The disc below a vertebra, mm and radians. */
export interface DiscShape {
  readonly heightMm: number;
  /** Between the two bones' body axes in neutral standing; forward bend of the upper one (kyphosis) positive. */
  readonly segmentAngleRad: number;
}

/** Everything that shapes one vertebra: its own tables, and the joints it shares with its neighbours. */
export interface VertebraShape {
  readonly dimensions: VertebraDimensions;
  readonly arch: ArchShape;
  readonly upperJoint: JointShape;
  readonly lowerJoint: JointShape;
  readonly discBelow: DiscShape;
  /** Depth of the next bone's upper end plate, mm, from which the lower joint is measured. */
  readonly depthBelowMm: number;
  readonly halfWedgeBelowRad: number;
}

export const isLumbar = (level: Level): boolean => level.startsWith('L');

export const dimensionsOf = (level: Level): VertebraDimensions => REFERENCE_VERTEBRAE[levelIndex(level)]!;

/** Half the angle between a body's end plates, radians: positive when it is higher in front. */
export function halfWedgeRad(d: VertebraDimensions): number {
  return Math.atan((d.anteriorHeightMm - d.posteriorHeightMm) / (d.upperDepthMm + d.lowerDepthMm));
}

export function jointAbove(level: Level | 'S1'): JointShape {
  return found(
    table.joints.find((row) => row.level === level),
    `the joint above ${level}`,
  );
}

function discBelow(level: Level): DiscShape {
  const name = DISC_NAMES[levelIndex(level)];
  const disc = found(
    discs.discs.find((row) => row.disc === name),
    `the disc ${name}`,
  );
  return {
    heightMm: (disc.anteriorHeightMm + disc.posteriorHeightMm) / 2,
    segmentAngleRad: radians(disc.segmentAngleDeg),
  };
}

function found<T>(row: T | undefined, what: string): T {
  if (row === undefined) throw new Error(`the tables in models/ lack ${what}`);
  return row;
}

export function vertebraShape(level: Level): VertebraShape {
  const below = LEVELS[levelIndex(level) + 1];
  const dimensions = dimensionsOf(level);
  return {
    dimensions,
    arch: found(
      table.arch.find((row) => row.level === level),
      `the arch of ${level}`,
    ),
    upperJoint: jointAbove(level),
    lowerJoint: jointAbove(below ?? 'S1'),
    discBelow: discBelow(level),
    // the sacrum's end plate is as deep as the one it faces, and horizontal by definition of its frame
    depthBelowMm: below ? dimensionsOf(below).upperDepthMm : dimensions.lowerDepthMm,
    halfWedgeBelowRad: below ? halfWedgeRad(dimensionsOf(below)) : 0,
  };
}

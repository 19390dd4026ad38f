import type { Level } from './levels.ts';

/** One vertebra with the slice of trunk it carries. Metres, kg, radians; axes of the undeformed body (x anterior, y up). */
export interface Vertebra {
  readonly level: Level;
  readonly anteriorHeightM: number;
  readonly posteriorHeightM: number;
  /** Mean of the two, between the end plates' centres. */
  readonly heightM: number;
  /** Mean of the two end plates. */
  readonly depthM: number;
  readonly widthM: number;
  /** Angle between the end plates, + = front lower. */
  readonly wedgeRad: number;
  readonly massKg: number;
  /** Centre of that mass, from the body's centre. */
  readonly centreOfMassM: readonly [number, number];
  /** About the z axis through that centre, kg m². */
  readonly inertiaKgM2: number;
}

/** The disc below the vertebra of the same index, with facets and ligaments. SI; + angles = flexion. */
export interface Disc {
  readonly name: string;
  readonly heightM: number;
  readonly areaM2: number;
  /** Flexion of the upper end plate of the space against the lower one in neutral standing. */
  readonly neutralFlexionRad: number;
  /** Rotation between the two bodies in neutral standing, + = kyphosis. */
  readonly neutralKyphosisRad: number;
  readonly axialStiffnessNPerM: number;
  readonly shearStiffnessNPerM: number;
  readonly flexionStiffnessNmPerRad: number;
  readonly extensionStiffnessNmPerRad: number;
  readonly flexionLimitRad: number;
  readonly lateralStiffnessNmPerRad: number;
  readonly torsionStiffnessNmPerRad: number;
  /** Greatest lateral bending and axial rotation to one side. */
  readonly lateralLimitRad: number;
  readonly torsionLimitRad: number;
  /** Share of the flexion moment that the iliolumbar ligaments supply; they add no compression. */
  readonly iliolumbarShare: number;
  /** Distance of the posterior ligaments behind the disc's centre. */
  readonly ligamentArmM: number;
}

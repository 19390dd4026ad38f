import table from '../../../models/muscles.json' with { type: 'json' };
import { metres } from '../quantity/units.ts';
import { LEVEL_COUNT } from './levels.ts';
import type { Disc, Vertebra } from './motionSegment.ts';

/** The groups of the table, as it names them. */
export const MUSCLE_GROUPS = [
  'psoasMajor',
  'rectusAbdominis',
  'externalOblique',
  'internalOblique',
  'quadratusLumborum',
  'iliocostalisLumborum',
  'longissimusLumborum',
  'longissimusThoracis',
  'multifidusLumbar',
  'multifidusThoracic',
  'multifidusCervical',
  'latissimusDorsi',
  'trapezius',
  'serratusAnterior',
  'splenius',
  'semispinalis',
  'longissimusCervicis',
  'iliocostalisCervicis',
  'scalenes',
  'longusColli',
  'levatorScapulae',
] as const;

export type MuscleGroup = (typeof MUSCLE_GROUPS)[number];

/** Index of the pelvis with the sacrum as a body; 0 … 16 are T1 … L5. */
export const PELVIS_BODY = LEVEL_COUNT;

/** Fascicle: a bundle of muscle fibres that pulls along straight lines from point to point. */
export interface Fascicle {
  readonly name: string;
  readonly group: MuscleGroup;
  /** Physiological cross-section: force = area × specific tension × activation. */
  readonly areaM2: number;
  /** Body of each point: 0 … 16 = T1 … L5, `PELVIS_BODY` = pelvis. */
  readonly body: readonly number[];
  /**
   * x, y, z of each point in its body's mid-plane axes, m; from the centre of the undeformed body, of the pelvis from the
   * centre of the S1 end plate in that plate's axes.
   */
  readonly pointsM: Float64Array;
}

/**
 * The fascicles of a person's right side: forward and sideways scaled by stature, along the column by the person's own segments,
 * areas by body mass. A known error: women's muscles are smaller for their mass, by a fraction that our tables do not give.
 *
 * @param stature linear size against the tables' man
 */
export function createFascicles(
  vertebrae: readonly Pick<Vertebra, 'heightM'>[],
  discs: readonly Pick<Disc, 'heightM'>[],
  stature: number,
  massKg: number,
): readonly Fascicle[] {
  const mass = massKg / table.referenceMassKg;
  const segments = vertebrae.map(({ heightM }, i) => {
    const below = discs[i]!.heightM;
    const above = discs[Math.max(0, i - 1)]!.heightM; // T1 as if the disc above were like the one below
    return {
      heightRatio: (heightM + (below + above) / 2) / metres(table.segmentHeightsMm[i]!),
      centreAboveDiscM: (heightM + below) / 2,
    };
  });
  return table.groups.flatMap(({ group, fascicles }) =>
    fascicles.map(({ name, areaMm2, path }) => {
      const pointsM = new Float64Array(3 * path.length);
      path.forEach((point, k) => {
        const segment = segments[point[0]!]; // none for the pelvis
        const y = metres(point[2]!);
        pointsM[3 * k] = metres(point[1]!) * stature;
        pointsM[3 * k + 1] = segment ? y * segment.heightRatio - segment.centreAboveDiscM : y * stature;
        pointsM[3 * k + 2] = metres(point[3]!) * stature;
      });
      return {
        name,
        group: findGroup(group),
        areaM2: areaMm2 * 1e-6 * mass,
        body: path.map((point) => point[0]!),
        pointsM,
      };
    }),
  );
}

/** The same fascicle of the other side. */
export const mirrorFascicle = (fascicle: Fascicle): Fascicle => ({
  ...fascicle,
  pointsM: fascicle.pointsM.map((value, k) => (k % 3 === 2 ? 0 - value : value)),
});

function findGroup(name: string): MuscleGroup {
  const group = MUSCLE_GROUPS.find((known) => known === name);
  if (!group) throw new Error(`models/muscles.json has a group ${name} that the program does not know`);
  return group;
}

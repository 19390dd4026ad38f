import table from '../../models/meshing-cervical.json' with { type: 'json' };
import { levelIndex } from '../core/anatomy/levels.ts';
import { REFERENCE_VERTEBRAE } from '../core/anatomy/vertebrae.ts';
import { radians } from './primitives.ts';
import { calcMeanHeightMm, type SagittalPlace, stepOn } from './standingColumn.ts';

/** Bones of the neck from the bottom up. Mechanics sees them as mass on T1 only. */
export const NECK_BONES = ['C7', 'C6', 'C5', 'C4', 'C3', 'C2', 'C1'] as const;

/** Where the neck's bones, from C7 up, and last the head stand on T1 in neutral standing, in T1's frame, reference adult. */
export function calcNeutralNeck(): SagittalPlace[] {
  const places: SagittalPlace[] = [];
  let at: SagittalPlace = { xMm: 0, yMm: 0, pitchRad: 0 };
  let heightBelowMm = calcMeanHeightMm(REFERENCE_VERTEBRAE[levelIndex('T1')]!);
  for (const name of NECK_BONES) {
    if (name === 'C1') at = onTo(at, table.atlasOnAxis);
    else {
      const { angleDeg, heightMm, forwardMm } = table.stack.find(({ disc }) => disc.startsWith(`${name}-`))!;
      const ownMm = getHeightMm(name);
      // half the bone below, the disc along its own mean direction, half this bone
      const middle = onTo(at, { xMm: 0, yMm: heightBelowMm / 2, angleDeg: angleDeg / 2 });
      const plate = onTo(middle, { xMm: forwardMm, yMm: heightMm, angleDeg: angleDeg / 2 });
      at = onTo(plate, { xMm: 0, yMm: ownMm / 2, angleDeg: 0 });
      heightBelowMm = ownMm;
    }
    places.push(at);
  }
  places.push(onTo(at, table.head));
  return places;
}

/** In the frame T1's tables use: a bend forward is positive. */
const onTo = (
  from: SagittalPlace,
  { xMm, yMm, angleDeg }: { readonly xMm: number; readonly yMm: number; readonly angleDeg: number },
): SagittalPlace => stepOn(from, xMm, yMm, -radians(angleDeg));

const getHeightMm = (name: string): number =>
  name === 'C2' ? table.axis.heightMm : table.vertebrae.find(({ level }) => level === name)!.heightMm;

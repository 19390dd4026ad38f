/**
 * Closed-form two-bone limb: position of the middle joint between two ends, bent towards a direction. Points are three numbers
 * from an offset on, m.
 *
 * @param pole direction to which the middle joint points, of any length; its component along the limb has no effect
 */
export function placeMiddleJoint(
  points: Float64Array,
  from: number,
  to: number,
  upperM: number,
  lowerM: number,
  poleX: number,
  poleY: number,
  poleZ: number,
  out: number,
): void {
  let dx = points[to]! - points[from]!;
  let dy = points[to + 1]! - points[from + 1]!;
  let dz = points[to + 2]! - points[from + 2]!;
  const distance = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy + dz * dz));
  dx /= distance;
  dy /= distance;
  dz /= distance;
  const spare = distance - upperM - lowerM;
  const d = Math.max(
    Math.abs(upperM - lowerM) + 1e-6,
    (distance + upperM + lowerM - Math.sqrt(spare * spare + ROUNDING_M2)) / 2,
  );
  const along = (d * d + upperM * upperM - lowerM * lowerM) / (2 * d);
  // rounded, so that a limb that straightens does not snap
  const square = upperM * upperM - along * along;
  const across = Math.sqrt((square + Math.sqrt(square * square + ROUNDING_M4)) / 2);
  const dot = poleX * dx + poleY * dy + poleZ * dz;
  let px = poleX - dot * dx;
  let py = poleY - dot * dy;
  let pz = poleZ - dot * dz;
  const size = Math.max(1e-9, Math.sqrt(px * px + py * py + pz * pz));
  px /= size;
  py /= size;
  pz /= size;
  points[out] = points[from]! + along * dx + across * px;
  points[out + 1] = points[from + 1]! + along * dy + across * py;
  points[out + 2] = points[from + 2]! + along * dz + across * pz;
}

/** A limb stops stretching over about 7 mm. */
const ROUNDING_M2 = 5e-5;
/** A straight limb keeps its middle joint about 2 cm off the line: (0.027 m)⁴. */
const ROUNDING_M4 = 5e-7;

/** Four pieces hanging from the sacrum's apex, right side, mm in the sacrum's frame. */
import table from '../../models/meshing-sacrum.json' with { type: 'json' };
import { add, normalise, type Point, type Solid, slab, smoothUnion, subtract } from './primitives.ts';

type Piece = (typeof table.coccyx)[number];

const middle = (piece: Piece): Point => [piece.xMm, piece.yMm, 0];

function segment(piece: Piece, along: Point): Solid {
  const reach = piece.halfLengthMm - piece.halfDepthMm * 0.8;
  // broad above, narrow below
  return slab({
    from: add(middle(piece), along, -reach),
    to: add(middle(piece), along, reach),
    side: [0, 0, 1],
    half: [piece.halfWidthMm - piece.halfDepthMm, piece.halfWidthMm - piece.halfDepthMm - 1.2].map((half) =>
      Math.max(half, 0),
    ) as [number, number],
    radius: [piece.halfDepthMm, piece.halfDepthMm * 0.85],
  });
}

const wing = (piece: Piece, along: Point): Solid =>
  slab({
    from: add(middle(piece), along, -2),
    to: add(add(middle(piece), along, -1), [2, -1.5, piece.wingsMm - 2]),
    side: along,
    half: [2, 0.6],
    radius: [2.6, 2],
  });

/** The first piece's horns reach up to the sacrum's. */
const horn = (piece: Piece, along: Point): Solid =>
  slab({
    from: add(middle(piece), along, -3),
    to: add(middle(piece), add([-6, 3, 6.5], along, -5)),
    side: along,
    half: [1, 0],
    radius: [2, 1.6],
  });

export function coccyx(): Solid {
  const pieces = table.coccyx;
  const parts = pieces.flatMap((piece, i) => {
    const [before, after] = [pieces[Math.max(i - 1, 0)]!, pieces[Math.min(i + 1, pieces.length - 1)]!];
    const along = normalise(subtract(middle(after), middle(before)));
    return [
      segment(piece, along),
      ...(piece.wingsMm > 0 ? [wing(piece, along)] : []),
      ...(i === 0 ? [horn(piece, along)] : []),
    ];
  });
  return smoothUnion(1.5, ...parts);
}

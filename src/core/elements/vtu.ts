import type { VoxelBody } from './body.ts';
import type { Snapshot } from './outcome.ts';

const write = (values: Iterable<number>): string => {
  const words: string[] = [];
  for (const value of values) words.push(String(+value.toPrecision(6)));
  return words.join(' ');
};

const array = (name: string, components: number, values: Iterable<number>, type = 'Float64'): string =>
  `<DataArray type="${type}" Name="${name}" NumberOfComponents="${components}" format="ascii">${write(values)}</DataArray>`;

/** Corners of a hexahedron in VTK's order. */
const VTK_CORNERS = [0, 4, 5, 1, 2, 6, 7, 3];

/** A body at one point of its curve as an unstructured VTK grid: mm, MPa; x anterior, y up, z right. */
export function writeVtu(body: VoxelBody, snapshot: Snapshot): string {
  const { bricks, core, shell, plate, discMPa } = body;
  const { grid, base, count, plainMPa, bulgingMPa } = bricks;
  const node = new Map<number, number>();
  const used: number[] = [];
  const cells: number[] = [];
  for (let e = 0; e < count; e++)
    for (const n of VTK_CORNERS) {
      const first = base[e]! + grid.corner[n]!;
      let index = node.get(first);
      if (index === undefined) {
        index = used.length;
        node.set(first, index);
        used.push(first);
      }
      cells.push(index);
    }
  const places = used.flatMap((first) => {
    const at = first / 3;
    const ix = at % (grid.nx + 1);
    const row = (at - ix) / (grid.nx + 1);
    const iz = row % (grid.nz + 1);
    return [grid.xMm[ix]!, ((row - iz) / (grid.nz + 1)) * grid.size.yMm, grid.zMm[iz]!];
  });
  const moved = used.flatMap((first) => [...snapshot.movedMm.subarray(first, first + 3)]);
  return [
    '<?xml version="1.0"?>',
    '<VTKFile type="UnstructuredGrid" version="0.1" byte_order="LittleEndian"><UnstructuredGrid>',
    `<Piece NumberOfPoints="${used.length}" NumberOfCells="${count}">`,
    `<Points>${array('Points', 3, places)}</Points>`,
    '<Cells>',
    array('connectivity', 1, cells, 'Int32'),
    array(
      'offsets',
      1,
      Array.from({ length: count }, (_, e) => 8 * (e + 1)),
      'Int32',
    ),
    array('types', 1, new Array<number>(count).fill(12), 'UInt8'),
    '</Cells>',
    `<PointData>${array('displacement_mm', 3, moved)}</PointData>`,
    '<CellData>',
    array('least_principal_stress_MPa', 1, snapshot.leastStressMPa),
    array('stiffness_left', 1, snapshot.left),
    array(
      'modulus_MPa',
      1,
      plainMPa.map((value, e) => value + bulgingMPa[e]!),
    ),
    array('core', 1, core),
    array('shell', 1, shell),
    array('end_plate', 1, plate),
    array('disc_MPa', 1, discMPa),
    '</CellData>',
    '</Piece></UnstructuredGrid></VTKFile>',
    '',
  ].join('\n');
}

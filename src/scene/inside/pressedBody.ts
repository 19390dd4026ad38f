import { BufferAttribute, BufferGeometry, Group, Mesh, type ShaderMaterial } from 'three';
import type { PressedBody } from '../../core/simulation/inside/pressing.ts';
import type { Cut } from '../../runtime/inside/picture.ts';
import type { Measure } from '../../scales/stressScale.ts';
import { type CutBody, cutBody, type Patch } from './cut.ts';
import { type Field, sampled, sampleField } from './field.ts';
import { createPressedMaterial, showMeasure } from './pressedMaterial.ts';

/** Picture of one pressed body. */
export interface PressedPicture {
  readonly object: Group;
  /** @param stretch times that displacements are drawn larger than they are */
  show(field: Field, cut: Cut, measure: Measure, stretch: number, pixels: number): void;
  dispose(): void;
}

/** Mesh of a patch whose number of points never changes. */
function createSurface(patch: Patch, material: ShaderMaterial): Mesh<BufferGeometry> {
  const { rows, columns } = patch;
  const geometry = new BufferGeometry();
  const index: number[] = [];
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const at = r * columns + c;
      index.push(at, at + 1, at + columns, at + 1, at + columns + 1, at + columns);
    }
  const create = (size: number) => new BufferAttribute(new Float32Array(size * rows * columns), size);
  geometry.setIndex(index);
  geometry.setAttribute('position', create(3));
  geometry.setAttribute('normal', create(3));
  geometry.setAttribute('rest', create(3));
  geometry.setAttribute('field', create(4));
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
}

function fill({ geometry }: Mesh<BufferGeometry>, { at }: Patch, field: Field, stretch: number): void {
  const { position, rest, field: values } = geometry.attributes;
  rest!.array.set(at);
  const [places, four] = [position!.array, values!.array];
  for (let i = 0, n = 0; i < at.length; i += 3, n += 4) {
    sampleField(field, at[i]!, at[i + 1]!, at[i + 2]!);
    for (let axis = 0; axis < 3; axis++) {
      places[i + axis] = at[i + axis]! + stretch * sampled[3 + axis]!;
      four[n + axis] = sampled[axis]!;
    }
  }
  for (const attribute of [position, rest, values]) attribute!.needsUpdate = true;
  geometry.computeVertexNormals();
}

const list = ({ face, wall, plates }: CutBody): Patch[] => [face, wall, ...plates];

export function createPressedPicture(body: PressedBody): PressedPicture {
  const object = new Group();
  const materials = [createPressedMaterial(body, true), createPressedMaterial(body, false)] as const;
  let surfaces: Mesh<BufferGeometry>[] = [];
  const clear = () => {
    for (const { geometry } of surfaces) geometry.dispose();
    object.clear();
  };
  let shape = '';
  return {
    object,
    show(field, cut, measure, stretch, pixels) {
      const patches = list(cutBody(body, cut));
      const asked = patches.map(({ rows, columns }) => `${rows} ${columns}`).join();
      if (asked !== shape) {
        clear();
        surfaces = patches.map((patch, n) => createSurface(patch, materials[n === 0 ? 0 : 1]));
        object.add(...surfaces);
        shape = asked;
      }
      surfaces.forEach((surface, n) => {
        fill(surface, patches[n]!, field, stretch);
      });
      for (const material of materials) showMeasure(material, measure, pixels);
    },
    dispose() {
      clear();
      for (const material of materials) material.dispose();
    },
  };
}

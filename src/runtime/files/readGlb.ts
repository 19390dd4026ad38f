import { MeshoptDecoder } from 'meshoptimizer/decoder';

/** Mesh of one bone in its own frame, metres (origin at the body's centre; x anterior, y up, z right). */
export interface BoneMesh {
  readonly name: string;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Weight of each vertex: 1 on the vertebral body … 0 on the arch. */
  readonly body: Float32Array;
  /** Ambient light at each vertex, 0 … 1. */
  readonly ambient: Float32Array;
  /** Triangles of the levels of detail over the same vertices, the finest first. */
  readonly details: readonly Uint32Array[];
}

interface GltfAccessor {
  bufferView: number;
  byteOffset?: number;
  componentType: 5120 | 5121 | 5122 | 5123 | 5125 | 5126;
  normalized?: boolean;
  count: number;
  type: 'SCALAR' | 'VEC3';
}
interface Gltf {
  accessors: GltfAccessor[];
  bufferViews: {
    byteOffset?: number;
    byteLength: number;
    byteStride?: number;
    extensions?: { EXT_meshopt_compression?: MeshoptView };
  }[];
  /** A mesh's primitives share their vertices and have ever fewer triangles. */
  meshes: { primitives: { attributes: Record<string, number>; indices: number }[] }[];
  nodes: { name: string; mesh?: number; scale?: number[]; translation?: number[] }[];
}
interface MeshoptView {
  byteOffset?: number;
  byteLength: number;
  byteStride: number;
  count: number;
  mode: string;
  filter?: string;
}

/** Bytes, getter and largest magnitude of each glTF component type. */
const COMPONENTS = {
  5120: { bytes: 1, get: 'getInt8', max: 127 },
  5121: { bytes: 1, get: 'getUint8', max: 255 },
  5122: { bytes: 2, get: 'getInt16', max: 32767 },
  5123: { bytes: 2, get: 'getUint16', max: 65535 },
  5125: { bytes: 4, get: 'getUint32', max: 4294967295 },
  5126: { bytes: 4, get: 'getFloat32', max: 1 },
} as const;

/**
 * Reads a file that `npm run meshes` writes: one node and one mesh per bone, quantised and meshopt-compressed. Three's own loader
 * reads all of glTF, and is fifteen times as large.
 */
export async function readGlb(file: ArrayBuffer): Promise<BoneMesh[]> {
  await MeshoptDecoder.ready;
  const header = new DataView(file);
  const jsonLength = header.getUint32(12, true);
  const gltf = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 20, jsonLength))) as Gltf;
  const binary = new Uint8Array(file, 20 + jsonLength + 8);
  const views = gltf.bufferViews.map((view) => readView(view, binary));
  return gltf.nodes
    .filter((node) => node.mesh !== undefined)
    .map((node) => {
      const { primitives } = gltf.meshes[node.mesh!]!;
      const { attributes } = primitives[0]!;
      const read = (name: string) => {
        const accessor = gltf.accessors[attributes[name] ?? -1];
        return accessor && readAccessor(gltf, accessor, views);
      };
      const positions = read('POSITION')!;
      const { scale = [1, 1, 1], translation = [0, 0, 0] } = node;
      for (let i = 0; i < positions.length; i++)
        positions[i] = positions[i]! * scale[i % 3]! + translation[i % 3]!;
      const normals = read('NORMAL')!;
      const details = primitives.map(({ indices }) =>
        Uint32Array.from(readAccessor(gltf, gltf.accessors[indices]!, views)),
      );
      if (scale[2]! < 0) {
        mirror(normals);
        details.forEach(flipWinding);
      }
      const blank = positions.length / 3;
      return {
        name: node.name,
        positions,
        normals,
        body: read('_BODY') ?? new Float32Array(blank),
        ambient: read('_AO') ?? new Float32Array(blank).fill(1),
        details,
      };
    });
}

/** Mirrors the normals of a left bone, which is drawn as the right one's mirror image. */
function mirror(normals: Float32Array): void {
  for (let i = 2; i < normals.length; i += 3) normals[i] = -normals[i]!;
}

function flipWinding(indices: Uint32Array): void {
  for (let i = 0; i < indices.length; i += 3) {
    const first = indices[i]!;
    indices[i] = indices[i + 1]!;
    indices[i + 1] = first;
  }
}

function readView(view: Gltf['bufferViews'][number], binary: Uint8Array): Uint8Array {
  const packed = view.extensions?.EXT_meshopt_compression;
  if (!packed) return binary.subarray(view.byteOffset ?? 0, (view.byteOffset ?? 0) + view.byteLength);
  const { byteOffset = 0, byteLength, byteStride, count, mode, filter } = packed;
  const out = new Uint8Array(count * byteStride);
  const source = binary.subarray(byteOffset, byteOffset + byteLength);
  MeshoptDecoder.decodeGltfBuffer(out, count, byteStride, source, mode, filter);
  return out;
}

function readAccessor(gltf: Gltf, accessor: GltfAccessor, views: readonly Uint8Array[]): Float32Array {
  const { bufferView, byteOffset = 0, componentType, normalized, count, type } = accessor;
  const { bytes, get, max } = COMPONENTS[componentType];
  const size = type === 'VEC3' ? 3 : 1;
  const stride = gltf.bufferViews[bufferView]!.byteStride ?? size * bytes;
  const view = views[bufferView]!;
  const data = new DataView(view.buffer, view.byteOffset + byteOffset);
  const out = new Float32Array(count * size);
  for (let i = 0; i < out.length; i++) {
    const value = data[get](Math.floor(i / size) * stride + (i % size) * bytes, true);
    out[i] = normalized ? value / max : value;
  }
  return out;
}

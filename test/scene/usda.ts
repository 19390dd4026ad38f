import { strFromU8 } from 'fflate';

interface UsdMesh {
  readonly points: readonly number[];
  readonly normals: readonly number[];
  readonly counts: readonly number[];
  readonly corners: readonly number[];
}

/** What the tests read of a scene in USD's text form. */
export interface Usda {
  /** Text of each material's block by its name. */
  readonly materials: ReadonlyMap<string, string>;
  getMaterial(node: string): string | undefined;
  getMesh(node: string): UsdMesh;
}

/** Reads a package's files, and throws where a layer has no header, a bracket stays open or a reference leads nowhere. */
export function readUsda(files: Readonly<Record<string, Uint8Array>>): Usda {
  const layers = new Map(Object.entries(files).map(([name, file]) => [name, strFromU8(file)] as const));
  for (const [name, text] of layers) checkLayer(name, text);
  const scene = layers.get('model.usda')!;
  const materials = new Map<string, string>();
  for (const [, name, body] of scene.matchAll(/def Material "(\w+)"[^{]*\{([\s\S]*?)\n\t\}/g))
    materials.set(name!, body!);
  const nodes = new Map<string, { layer: string; material: string }>();
  for (const [, name, layer, material] of scene.matchAll(
    /def Xform "(\w+)" \([^)]*?references = @\.\/([^@]+)@<\/Geometry>[\s\S]*?material:binding = <\/Materials\/(\w+)>/g,
  )) {
    if (!layers.has(layer!)) throw new Error(`${name} refers to ${layer}, which is missing`);
    if (!materials.has(material!)) throw new Error(`${name} is bound to ${material}, which is missing`);
    nodes.set(name!, { layer: layer!, material: material! });
  }
  return {
    materials,
    getMaterial: (node) => nodes.get(node)?.material,
    getMesh(node) {
      const text = layers.get(nodes.get(node)!.layer)!;
      const read = (property: string) => {
        const [, list] = new RegExp(`${property} = \\[([^\\]]*)\\]`).exec(text)!;
        return list!
          .replace(/[()\s]/g, '')
          .split(',')
          .map(Number);
      };
      return {
        points: read('point3f\\[\\] points'),
        normals: read('normal3f\\[\\] normals'),
        counts: read('int\\[\\] faceVertexCounts'),
        corners: read('int\\[\\] faceVertexIndices'),
      };
    },
  };
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

function checkLayer(name: string, text: string): void {
  if (!text.startsWith('#usda 1.0\n')) throw new Error(`${name} is no layer of USD`);
  const open: string[] = [];
  for (const bracket of text.replace(/"[^"\n]*"/g, '').match(/[{}[\]()]/g) ?? []) {
    if (bracket in CLOSING) open.push(CLOSING[bracket]!);
    else if (open.pop() !== bracket) throw new Error(`${name} closes what it did not open`);
  }
  if (open.length > 0) throw new Error(`${name} leaves a bracket open`);
}

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DataTexture, type Material, type Mesh, ShaderChunk, ShaderLib, type WebGLRenderer } from 'three';
import { beforeAll, describe, expect, it } from 'vitest';
import { readGlb } from '../../src/runtime/files/readGlb.ts';
import {
  createBoneDepthMaterial,
  createBoneMaterial,
  createPoseUniforms,
} from '../../src/scene/bones/boneMaterial.ts';
import { createDiscMaterial } from '../../src/scene/bones/discs.ts';
import type { MergedBones } from '../../src/scene/bones/mergeBones.ts';
import { patchShader } from '../../src/scene/bones/patchShader.ts';
import { createPose } from '../../src/scene/bones/pose.ts';
import { createNeckMaterial, createSkeletonDepthMaterial } from '../../src/scene/bones/skeletonMaterial.ts';
import { mergeSpine } from '../../src/scene/bones/spineGeometry.ts';
import { createCutaway } from '../../src/scene/cutaway/cutaway.ts';
import createForceLayer from '../../src/scene/layers/forces.ts';
import { createIsolation } from '../../src/scene/layers/isolation.ts';
import { createStrandMaterial, type StrandLook } from '../../src/scene/layers/strandShader.ts';

describe('a change of a shader', () => {
  it('puts each text into its place, with signs that a replacement would read', () => {
    const patches = [
      ['a', "$&$'"],
      ['c', 'a'],
    ] as const;
    expect(patchShader('a b c', patches)).toBe("$&$' b a");
  });
  it('throws where its place is not there, and says which', () => {
    expect(() => patchShader('void main() {}', [['#include <gone>', '']])).toThrow('“#include <gone>”');
  });
  it('throws where there are two such places', () => {
    expect(() => patchShader('x x', [['x', 'y']])).toThrow('more than once');
  });
});

const uniforms = createPoseUniforms(createPose());
let spine: MergedBones;
beforeAll(async () => {
  const { buffer, byteOffset, length } = readFileSync('models/meshes/spine.glb');
  spine = mergeSpine(await readGlb(buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer));
});

const LOOK: StrandLook = {
  stops: ['#000000', '#808080', '#ffffff'],
  opacity: 0.5,
  taper: 0.8,
  flatness: 0.8,
  fibres: 0.1,
  givesWay: false,
};

/** Every material whose shader is changed, by its file. */
const MATERIALS: Readonly<Record<string, readonly (() => Material)[]>> = {
  'boneMaterial.ts': [() => createBoneMaterial(uniforms), () => createBoneDepthMaterial(uniforms)],
  'discs.ts': [() => createDiscMaterial(uniforms)],
  'forces.ts': [() => (createForceLayer(uniforms).object as Mesh).material as Material],
  'isolation.ts': [() => createIsolation(uniforms, spine).object.material as Material],
  'strandShader.ts': [true, false].map(
    (givesWay) => () => createStrandMaterial(new DataTexture(), { ...LOOK, givesWay }).material,
  ),
  'skeletonMaterial.ts': [createNeckMaterial, createSkeletonDepthMaterial].map(
    (create) => () => create(uniforms),
  ),
  'cutaway.ts': [() => createCutaway(uniforms, spine.geometry, spine.details[0]!).material],
};

/** The entry of three's library that a material of its own is made from. */
const LIBRARY: Readonly<Record<string, keyof typeof ShaderLib>> = {
  MeshStandardMaterial: 'physical',
  MeshBasicMaterial: 'basic',
  MeshDepthMaterial: 'depth',
};

/** What three hands to a material before it compiles it: its includes are put in afterwards. */
const getSource = (material: Material) => {
  const { vertexShader, fragmentShader } = ShaderLib[LIBRARY[material.type]!]!;
  return { uniforms: {}, vertexShader, fragmentShader };
};
type Source = ReturnType<typeof getSource>;

function change(material: Material, source: Source): Source {
  material.onBeforeCompile(source as never, null as unknown as WebGLRenderer);
  return source;
}

/** As three puts includes in. */
const resolve = (shader: string): string =>
  shader.replace(/^[ \t]*#include +<([\w./]+)>/gm, (_, name: string) => {
    const chunk = ShaderChunk[name as keyof typeof ShaderChunk];
    if (chunk === undefined) throw new Error(`three has no chunk ${name}`);
    return resolve(chunk);
  });

const INCLUDE = /#include <\w+>/g;
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

describe('three’s own shaders', () => {
  const folder = 'src/scene';
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('patchShader.ts'))
    .map((file) => ({ file: basename(file), text: readFileSync(join(folder, file), 'utf8') }));

  it('are changed by patchShader alone, and each file that does so is tried here', () => {
    const patching = sources.filter(({ text }) => text.includes('patchShader('));
    expect(patching.map(({ file }) => file).sort()).toEqual(Object.keys(MATERIALS).sort());
    const others = sources.filter(({ text }) =>
      /Shader\s*(\+=|\.replace|\.split)|onBeforeCompile[^;]*\.replace\(/.test(text),
    );
    expect(others.map(({ file }) => file)).toEqual([]);
  });

  const own = Object.entries(MATERIALS).filter(([file]) => file !== 'isolation.ts');
  describe.each(own)('in %s', (_, materials) => {
    it('take every change, and declare each thing once', () => {
      for (const create of materials) {
        const material = create();
        const { vertexShader, fragmentShader } = change(material, getSource(material));
        expect(vertexShader).not.toBe(getSource(material).vertexShader);
        const vertex = resolve(vertexShader);
        const fragment = resolve(fragmentShader);
        expect(count(vertex, /\bvec3 transformed\b/g)).toBe(1);
        expect(count(vertex, /\bvec3 objectNormal\b/g)).toBeLessThanOrEqual(1);
        expect(count(fragment, /\bfloat roughnessFactor\b/g)).toBeLessThanOrEqual(1);
        for (const shader of [vertex, fragment]) expect(count(shader, /\bvoid main\(\) ?\{/g)).toBe(1);
        // what our own part of a fragment reads, the vertex hands over
        const three = getSource(material).fragmentShader;
        for (const [line, name] of fragmentShader.matchAll(/varying \w+ (\w+);/g))
          if (!three.includes(line))
            expect(count(vertex, new RegExp(`\\b${name}\\b`, 'g')), name).toBeGreaterThan(1);
      }
    });

    it('are refused where a place that is changed has gone, and are changed nowhere else', () => {
      for (const create of materials) {
        const material = create();
        const after = change(material, getSource(material));
        let refused = 0;
        for (const stage of ['vertexShader', 'fragmentShader'] as const) {
          const whole = getSource(material)[stage];
          for (const include of whole.match(INCLUDE)!) {
            try {
              const left = change(material, { ...getSource(material), [stage]: whole.replace(include, '') });
              expect(left[stage], include).toBe(after[stage].replace(include, ''));
            } catch (error) {
              expect((error as Error).message).toBe(`The shader has no “${include}” to change.`);
              refused++;
            }
          }
        }
        expect(refused).toBeGreaterThanOrEqual(2);
      }
    });
  });

  it('stand to the outlines of the other vertebrae as to all ghosts', () => {
    const material = MATERIALS['isolation.ts']![0]!() as Material & { vertexShader: string };
    expect(material.vertexShader).toMatch(/uniform float left;\s*void main/);
    expect(material.vertexShader).toContain('abs(marks.x - left)');
  });
});

import {
  BackSide,
  type BufferAttribute,
  type BufferGeometry,
  DoubleSide,
  Group,
  type MeshStandardMaterial,
} from 'three';
import { LEVEL_COUNT } from '../../core/anatomy/levels.ts';
import type { Trace } from '../../core/simulation/results/trace.ts';
import { createBoneMaterial, type PoseUniforms } from '../bones/boneMaterial.ts';
import { BONE_COUNT } from '../bones/bones.ts';
import { deformGlsl } from '../bones/deform.glsl.ts';
import { patchShader } from '../bones/patchShader.ts';
import type { Pose } from '../bones/pose.ts';
import { createDust } from '../moment/dust.ts';
import { calcCourseLean, createCourse, writeCourse } from './course.ts';
import { latticeGlsl } from './lattice.glsl.ts';
import { createNeedle } from './needle.ts';
import { createOutlines, OUTLINE_REACH } from './outlines.ts';
import { windowGlsl } from './window.glsl.ts';

/** Interior of the vertebral bodies, in the form that the picture needs. */
export interface Inside {
  /** Mean density of the trabecular bone, per level, mg/cm³; thickness of the shell, mm. */
  readonly densityMgPerCm3: Float32Array;
  readonly shellMm: Float32Array;
  /** Deficit of density at the front rim against the mean, per level, as a fraction. */
  readonly anteriorWeakness: Float32Array;
}

/** Cutaway of every vertebral body: its right front quarter is removed, and the lattice inside is visible. */
export interface Cutaway {
  readonly material: MeshStandardMaterial;
  /** Another material of the same bones, for another scene with other lights. */
  createMaterial(): MeshStandardMaterial;
  readonly inside: Inside;
  /** Opening, 0 closed … 1 open. */
  opening: number;
  /** Objects that belong to it: the needle, and the dust of a collapse. */
  readonly object: Group;
  /**
   * Shows a treatment of a level at a fraction of its time, with a balloon first or cement alone; null where there is none.
   *
   * @returns lean of the camera towards it, 0 … 1
   */
  showTreatment(pose: Pose, level: number | null, progress: number, balloonFirst: boolean): number;
  /** @param still whether nothing may move by itself */
  showFractures(trace: Trace, timeS: number, still: boolean): void;
  dispose(): void;
}

/** Number of steps along a line of sight into the lattice, and greatest depth, mm. */
const STEPS = 28;
const DEEPEST_MM = 10;
/** Density at which the lattice is drawn complete, mg/cm³: about that at T = 0. */
const YOUNG_MG_PER_CM3 = 150;
/** Factor by which the shell is drawn thicker than it is, as the lattice is coarser. */
const SHELL_DRAWN = 2.5;

const head = /* glsl */ `
uniform sampler2D outlines;
uniform float densityMgPerCm3[${LEVEL_COUNT}];
uniform float shellMm[${LEVEL_COUNT}];
uniform float anteriorWeakness[${LEVEL_COUNT}];
uniform float opening;
uniform vec4 boneCement[${BONE_COUNT}];
uniform int balloonIn;
uniform vec4 hollow;
uniform int hollowIn;
${deformGlsl}
${windowGlsl}
${latticeGlsl}

const vec3 STRUT = vec3(0.80, 0.69, 0.49);
const vec3 MARROW = vec3(0.15, 0.075, 0.05);
const vec3 CEMENT = vec3(0.46, 0.52, 0.56);
// filled with contrast medium, seen through its skin
const vec3 BALLOON = vec3(0.30, 0.52, 0.55);

// where a point of the deformed body was, m
vec3 unbent(vec3 p) {
  float y = p.y;
  for (int i = 0; i < 3; i++) y = p.y - riseAt(vBone, vec3(p.x, y, p.z));
  return vec3(p.x, y, p.z);
}

float solidAt(vec3 p) { return densityMgPerCm3[vBone] / ${YOUNG_MG_PER_CM3}.0 * (1.0 - anteriorWeakness[vBone] * p.x / boneSize[vBone].x); }

// way of the line of sight through the cement, m
float cementDepth() {
  vec4 c = boneCement[vBone];
  if (c.y == 0.0) return 0.0;
  vec3 o = (vLocal - vec3(0.0, c.x, 0.0)) / c.yzw;
  vec3 way = -normalize(vEye);
  vec3 d = way / c.yzw;
  float a = dot(d, d);
  float b = dot(o, d);
  float h = b * b - a * (dot(o, o) - 1.0);
  if (h <= 0.0) return 0.0;
  float near = max(0.0, (-b - sqrt(h)) / a);
  return max(0.0, (-b + sqrt(h)) / a - near);
}

// distance into the cement, as a fraction of its half axes, + outside
float cementAt(vec3 p) {
  vec4 c = boneCement[vBone];
  if (c.y == 0.0) return 1.0;
  float rough = vBone == balloonIn ? 0.0 : 0.16 * (grain(p * 700.0) - 0.5);
  return length((p - vec3(0.0, c.x, 0.0)) / c.yzw) - 1.0 + rough;
}

// whether a balloon has pressed the lattice away here
bool isHollow(vec3 p) {
  return vBone == hollowIn && length((p - vec3(0.0, hollow.x, 0.0)) / hollow.yzw) < 1.0 + 0.1 * (grain(p * 500.0) - 0.5);
}

// distance to the surface on a face of the cut, mm, + inside
float inwardAt(vec3 p, bool forwards) {
  vec4 size = boneSize[vBone];
  vec2 at = vec2(forwards ? p.z / size.z : p.x / size.x, p.y / size.y);
  at = clamp(at / vec2(${OUTLINE_REACH.out}, ${OUTLINE_REACH.up}) * 0.5 + 0.5, 0.02, 0.98);
  vec2 found = texture2D(outlines, vec2(at.x, (float(vBone) + at.y) / ${LEVEL_COUNT}.0)).rg;
  return forwards ? found.g : found.r;
}

// height of the surface's fine relief, m: pores everywhere, and the roughness to which muscles hold, on the arch
float reliefAt(vec3 p) {
  float pores = smoothstep(0.62, 0.80, grain(p * 1500.0)) + 0.6 * smoothstep(0.66, 0.82, grain(p * 3100.0 + 5.0));
  float rough = grain(p * vec3(620.0, 330.0, 620.0)) + 0.5 * grain(p * 1250.0 + 11.0);
  return mix(5.5e-5, 2.6e-5, vMarks.x) * rough - 2.6e-5 * pores;
}

// the normal of a surface with such a relief (Mikkelsen 2010: bump mapping from screen derivatives)
vec3 withRelief(vec3 normal, vec3 view, float height) {
  vec3 alongX = dFdx(-view);
  vec3 alongY = dFdy(-view);
  vec3 a = cross(alongY, normal);
  vec3 b = cross(normal, alongX);
  float area = dot(alongX, a);
  return normalize(abs(area) * normal - sign(area) * (dFdx(height) * a + dFdy(height) * b));
}

// how deep a crease of the crushed shell is here, 0 … 1: one runs round in each layer that has given way
float calcCrease() {
  vec4 size = boneSize[vBone];
  vec3 crush = crushAt(vBone, vLocal.xz / size.xz) * 1e3;
  if (max(max(crush.x, crush.y), crush.z) < 0.08) return 0.0;
  vec3 q = unbent(vLocal);
  vec3 p = q * 1e3;
  float jag = 0.10 * (grain(p * 0.35) - 0.5) + 0.05 * (grain(p * 1.3 + 9.0) - 0.5);
  vec3 off = abs(q.y / size.y + jag - vec3(-0.30, 0.03, 0.33)) * size.y * 1e3;
  vec3 open = smoothstep(vec3(0.25), vec3(2.0), crush);
  // a hairline first, as soon as the shell has given
  vec3 hair = 0.75 * smoothstep(vec3(0.08), vec3(0.35), crush) * (1.0 - smoothstep(vec3(0.10), vec3(0.24), off));
  vec3 line = max(hair, open * (1.0 - smoothstep(vec3(0.15), 0.35 + 0.8 * open, off)));
  // splinters stand off from it
  vec3 torn = open * (1.0 - smoothstep(vec3(0.6), vec3(3.2), off)) * step(0.60, grain(p * vec3(1.1, 0.5, 1.1) + 3.0)) * 0.35;
  return vMarks.x * max(max(max(line.x, line.y), line.z), max(max(torn.x, torn.y), torn.z));
}

// light that comes out of a face of the cut; way leads into the body, m
vec3 seeInside(vec3 face, vec3 way, float deepestM, bool forwards, float pixelMm) {
  vec3 light = rotated(vec4(-boneOrientation[vBone].xyz, boneOrientation[vBone].w), vec3(0.54, 0.53, 0.60));
  vec3 q = unbent(face);
  float inward = inwardAt(q, forwards);
  float shade = forwards ? 0.92 : 1.0;
  float wall = shellMm[vBone] * ${SHELL_DRAWN.toFixed(1)};
  vec3 cut = STRUT * 1.12 * shade;
  float rim = 1.0 - smoothstep(wall - 0.5 * pixelMm, wall + 0.5 * pixelMm + 0.1, inward);
  float here = solidAt(q);
  // far off the struts melt into what they cover
  vec3 far = mix(MARROW, STRUT * 0.8, clamp(0.12 + 0.62 * here, 0.0, 1.0)) * shade;
  bool swollen = vBone == balloonIn;
  vec3 paste = swollen ? BALLOON : CEMENT * (0.84 + 0.32 * grain(q * 1100.0));
  if (cementAt(face) < 0.0) far = paste;
  else if (isHollow(face)) far = MARROW * 0.8;
  vec3 colour = far;
  float near = 1.0 - smoothstep(0.45, 1.1, pixelMm);
  if (near > 0.0) {
    float t = 0.0;
    float last = 0.0;
    vec3 p = q;
    bool hit = false;
    bool cemented = false;
    float most = min(deepestM * 1e3, ${DEEPEST_MM.toFixed(1)});
    for (int i = 0; i < ${STEPS}; i++) {
      p = face + way * (t * 1e-3);
      cemented = cementAt(p) < 0.0;
      bool open = !cemented && isHollow(p);
      p = unbent(p);
      last = cemented ? 0.0 : open ? 0.6 : lattice(p * 1e3, here);
      hit = last < 0.03;
      if (hit || t > most) break;
      t += max(0.72 * last, 0.12);
    }
    float depth = exp(-t / 3.6);
    vec3 seen = MARROW * (0.35 + 0.65 * depth);
    if (hit && t <= most) {
      vec3 mm = p * 1e3;
      vec3 n = cemented
        ? normalize(face + way * (t * 1e-3) - vec3(0.0, boneCement[vBone].x, 0.0))
        : normalize(vec3(lattice(mm + vec3(0.15, 0.0, 0.0), here), lattice(mm + vec3(0.0, 0.15, 0.0), here), lattice(mm + vec3(0.0, 0.0, 0.15), here)) - last + 1e-4);
      float lit = 0.30 + 0.70 * max(0.0, dot(n, light));
      vec3 matter = cemented ? paste : STRUT;
      seen = t < 0.05 ? (cemented ? paste : cut) : mix(MARROW * 0.5, matter * lit, depth);
      if (cemented && swollen) {
        // a drawn skin: it shines, and is paler at its rim
        vec3 skin = normalize((face + way * (t * 1e-3) - vec3(0.0, boneCement[vBone].x, 0.0)) / (boneCement[vBone].yzw * boneCement[vBone].yzw));
        float rimmed = 1.0 - abs(dot(skin, way));
        float shine = pow(max(0.0, dot(skin, normalize(light - way))), 24.0);
        seen = paste * (0.45 + 0.55 * max(0.0, dot(skin, light))) + vec3(0.20, 0.26, 0.26) * rimmed * rimmed + 0.35 * shine;
      }
    }
    colour = mix(far, seen, near);
  }
  // the sawn shell takes the tint of the load
  vec4 tint = boneTint[vBone];
  vec3 shell = mix(cut, tint.rgb, 0.8 * tint.a);
  colour = mix(colour, colour * (0.55 + 0.9 * tint.rgb), 0.35 * tint.a);
  return mix(colour, shell, rim);
}
`;

/** Part of the line of sight in front of the corner, along one axis, m. */
const spanGlsl = /* glsl */ `
vec2 spanOf(float at, float way, float corner) {
  float t = (corner - at) / way;
  if (at > corner) return vec2(0.0, way < 0.0 ? t : 1e3);
  return way > 0.0 ? vec2(t, 1e3) : vec2(1e3, 0.0);
}
`;

const cutGlsl = /* glsl */ `
vec3 glow = vec3(0.0);
vec3 back = normalize(vEye);
float pixelMm = 1e3 * length(vEye) * length(fwidth(back));
// relief finer than the pixels would only flicker
float nearness = 1.0 - smoothstep(0.25, 0.75, pixelMm);
float creased = 0.0;
bool within = false;
if (boneSize[vBone].y > 0.0) {
  vec2 corner = windowCorner(boneSize[vBone].x, opening);
  if (vLocal.x > corner.x && vLocal.z > corner.y) discard;
  creased = calcCrease();
  if (!gl_FrontFacing) {
    vec2 x = spanOf(vLocal.x, back.x, corner.x);
    vec2 z = spanOf(vLocal.z, back.z, corner.y);
    float entry = max(x.x, z.x);
    if (entry >= min(x.y, z.y)) discard;
    within = true;
    glow = seeInside(vLocal + back * entry, -back, entry, x.x > z.x, pixelMm);
  }
}
`;

/** Material of the bones with the window cut into each body. */
function createCutMaterial(uniforms: PoseUniforms): MeshStandardMaterial {
  const material = createBoneMaterial(uniforms);
  material.side = DoubleSide;
  // as of a closed bone: with both sides in one map they would shade each other
  material.shadowSide = BackSide;
  const close = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    close(shader, renderer);
    shader.fragmentShader = patchShader(shader.fragmentShader, [
      // cement shows through the bone as on a radiograph
      [
        '#include <roughnessmap_fragment>',
        'diffuseColor.rgb = mix(diffuseColor.rgb, vec3(0.30, 0.40, 0.47), 0.85 - 0.85 * exp(-140.0 * cementDepth()));\n#include <roughnessmap_fragment>',
      ],
      [
        '#include <normal_fragment_maps>',
        'if (nearness > 0.0) normal = normalize(mix(normal, withRelief(normal, vViewPosition, reliefAt(vLocal)), nearness));',
      ],
      ['void main() {', `${head}${spanGlsl}\nvoid main() {\n${cutGlsl}`],
      [
        '#include <opaque_fragment>',
        'outgoingLight = within ? glow : mix(outgoingLight, outgoingLight * vec3(0.20, 0.13, 0.10), creased);\n#include <opaque_fragment>',
      ],
    ]);
  };
  // three distinguishes shaders by their text before it is changed
  material.customProgramCacheKey = () => 'cutaway';
  return material;
}

/**
 * @param geometry of all bones
 * @param corners of its triangles, at the finest level
 */
export function createCutaway(
  uniforms: PoseUniforms,
  geometry: BufferGeometry,
  corners: BufferAttribute,
): Cutaway {
  const outlines = createOutlines(geometry, corners);
  const own = {
    outlines: { value: outlines },
    densityMgPerCm3: { value: new Float32Array(LEVEL_COUNT) },
    shellMm: { value: new Float32Array(LEVEL_COUNT) },
    anteriorWeakness: { value: new Float32Array(LEVEL_COUNT) },
    balloonIn: { value: -1 },
    hollow: { value: new Float32Array(4) },
    hollowIn: { value: -1 },
  };
  const material = createCutMaterial({ ...uniforms, ...own });
  const needle = createNeedle();
  const course = createCourse();
  const dust = createDust(uniforms);
  const object = new Group();
  object.add(needle.object, dust.object);
  return {
    material,
    createMaterial: () => createCutMaterial({ ...uniforms, ...own }),
    inside: {
      densityMgPerCm3: own.densityMgPerCm3.value,
      shellMm: own.shellMm.value,
      anteriorWeakness: own.anteriorWeakness.value,
    },
    object,
    showFractures: dust.update,
    showTreatment(pose, level, progress, balloonFirst) {
      writeCourse(progress, balloonFirst, course);
      const { away, filled, balloon, hollow } = course;
      needle.update(pose, level, away);
      own.balloonIn.value = level !== null && balloon > 0 ? level : -1;
      own.hollowIn.value = level !== null && hollow > 0 ? level : -1;
      if (level === null) return 0;
      if (balloon > 0) pose.setBalloon(level, balloon);
      else pose.setFilled(level, filled);
      if (hollow > 0) {
        own.hollow.value.set(pose.cavity);
        const shrunk = Math.cbrt(hollow);
        for (let axis = 1; axis < 4; axis++) own.hollow.value[axis]! *= shrunk;
      }
      return balloonFirst ? calcCourseLean(progress) : 0;
    },
    get opening() {
      return uniforms.opening!.value;
    },
    set opening(fraction) {
      uniforms.opening!.value = fraction;
    },
    dispose() {
      needle.dispose();
      dust.dispose();
      material.dispose();
      outlines.dispose();
    },
  };
}

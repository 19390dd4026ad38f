import { Color, DoubleSide, ShaderMaterial, Vector3 } from 'three';
import type { PressedBody } from '../../core/simulation/inside/pressing.ts';
import { MEASURES, type Measure, STRESS_STOPS, YIELDED_BELOW } from '../../scales/stressScale.ts';

const VERTEX = /* glsl */ `
attribute vec4 field;
attribute vec3 rest;
varying vec4 vField;
varying vec3 vRest;
varying vec3 vNormal;
varying vec3 vView;
void main() {
  vField = field;
  vRest = rest;
  vNormal = normalMatrix * normal;
  vec4 at = modelViewMatrix * vec4(position, 1.0);
  vView = -at.xyz;
  gl_Position = projectionMatrix * at;
}`;

const FRAGMENT = /* glsl */ `
varying vec4 vField;
varying vec3 vRest;
varying vec3 vNormal;
varying vec3 vView;
uniform vec3 stops[${STRESS_STOPS.length}];
uniform float most;
uniform vec3 halves; // half depth, half width, dish, mm
uniform vec3 faces; // lower, upper face at the rim, thickness drawn for shell and plates, mm
uniform float filled; // part of the lattice that is bone
uniform float isFace;
uniform float pixels; // of the device per pixel of the page
vec3 ramp(float t) {
  float at = clamp(t, 0.0, 1.0) * float(${STRESS_STOPS.length - 1});
  vec3 colour = stops[0];
  for (int i = 1; i < ${STRESS_STOPS.length}; i++) colour = mix(colour, stops[i], clamp(at - float(i - 1), 0.0, 1.0));
  return colour;
}
float hash(vec3 p) {
  p = fract(p * vec3(0.1031, 0.103, 0.0973));
  p += dot(p, p.yxz + 33.33);
  return fract((p.x + p.y) * p.z) * 2.0 - 1.0;
}
float noise(vec3 p) {
  vec3 i = floor(p);
  vec3 f = p - i;
  f = f * f * (3.0 - 2.0 * f);
  vec2 e = vec2(0.0, 1.0);
  return mix(
    mix(mix(hash(i), hash(i + e.yxx), f.x), mix(hash(i + e.xyx), hash(i + e.yyx), f.x), f.y),
    mix(mix(hash(i + e.xxy), hash(i + e.yxy), f.x), mix(hash(i + e.xyy), hash(i + e.yyy), f.x), f.y),
    f.z
  );
}
// sheets where a noise is 0: a net of trabecular plates and struts, longer upwards
float lattice(vec3 p) {
  vec3 q = p * vec3(0.95, 0.6, 0.95);
  return min(abs(noise(q + 17.0)), min(abs(noise(q.zyx * vec3(1.0, 1.15, 1.0) + 71.0)), abs(noise(q.yxz * 0.9 + 43.0))));
}
void main() {
  float left = vField.y;
  vec3 colour = ramp(sqrt(max(vField.x, 0.0) / most));
  float light = dot(colour, vec3(0.3, 0.59, 0.11));
  float yielded = smoothstep(${YIELDED_BELOW.toFixed(2)} + 0.015, ${YIELDED_BELOW.toFixed(2)} - 0.015, left);
  if (isFace > 0.5) {
    float r = sqrt(pow(vRest.x / halves.x, 2.0) + pow(vRest.z / halves.y, 2.0));
    float dish = halves.z * max(0.0, 1.0 - r * r);
    float deep = min(min((1.0 - r) * min(halves.x, halves.y), vRest.y - faces.x - dish), faces.y - dish - vRest.y);
    float inside = smoothstep(faces.z, faces.z + 0.35, deep);
    float f = lattice(vRest);
    float edge = max(0.7 * fwidth(f), 0.015);
    // the finer the picture, the clearer its struts
    float hole = smoothstep(filled - edge, filled + edge, f) * clamp(0.2 / edge, 0.0, 1.0) * inside;
    hole *= 1.0 - smoothstep(0.05, 0.3, vField.z);
    hole *= 1.0 - 0.3 * yielded;
    colour = mix(colour, colour * 0.42 + vec3(0.045, 0.03, 0.035), 0.72 * hole);
    // cement: a grain of dots, paler than bone
    vec2 dots = fract(mat2(0.87, 0.5, -0.5, 0.87) * gl_FragCoord.xy / (5.0 * pixels)) - 0.5;
    float grain = 1.0 - smoothstep(0.2, 0.34, length(dots));
    colour = mix(colour, vec3(0.86, 0.9, 0.93), smoothstep(0.05, 0.3, vField.z) * (0.3 + 0.55 * grain));
    float rim = 1.0 - smoothstep(0.0, faces.z, deep);
    colour = mix(colour, colour * 0.82, rim);
  } else {
    vec3 n = normalize(vNormal) * (gl_FrontFacing ? 1.0 : -1.0);
    vec3 v = normalize(vView);
    float lit = 0.58 + 0.42 * max(0.0, dot(n, normalize(vec3(-0.35, 0.75, 0.55)))) - 0.12 * pow(1.0 - max(0.0, dot(n, v)), 2.0);
    colour *= lit;
  }
  // stripes on what has yielded, dark on pale bone and pale on dark, and a line round it
  float stripe = abs(fract((gl_FragCoord.x + gl_FragCoord.y) / (11.0 * pixels)) - 0.5) * 2.0;
  // the further it has yielded, the broader
  float broad = 0.93 - 0.3 * (1.0 - left);
  float mark = smoothstep(broad - 0.1, broad + 0.06, stripe) * yielded;
  float line = 1.0 - smoothstep(0.6, 1.6, abs(left - ${YIELDED_BELOW.toFixed(2)}) / max(fwidth(left), 1e-5) / pixels);
  vec3 ink = mix(vec3(0.72, 0.95, 1.0), vec3(0.02, 0.24, 0.3), smoothstep(0.4, 0.55, light));
  colour = mix(colour, ink, max(0.8 * mark, isFace * 0.9 * line * step(0.001, 1.0 - left)));
  gl_FragColor = vec4(colour, 1.0);
}`;

/** Densities at which the lattice is at its thinnest and its thickest, mg/cm³, and the parts of it that are bone then. */
const LATTICE = { fromMgPerCm3: 40, toMgPerCm3: 190, from: 0.09, to: 0.24 };
/** Thickness at which shell and end plates are drawn, mm: about twice the real one, or a small picture would not show them. */
const SHELL_DRAWN_MM = 0.9;

const linear = (hex: string): Vector3 => {
  const { r, g, b } = new Color().setStyle(hex, '');
  return new Vector3(r, g, b);
};

export function createPressedMaterial(body: PressedBody, isFace: boolean): ShaderMaterial {
  const { fromMgPerCm3, toMgPerCm3, from, to } = LATTICE;
  const share = Math.min(1, Math.max(0, (body.densityMgPerCm3 - fromMgPerCm3) / (toMgPerCm3 - fromMgPerCm3)));
  return new ShaderMaterial({
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    side: DoubleSide,
    uniforms: {
      stops: { value: STRESS_STOPS.map(linear) },
      most: { value: 1 },
      halves: { value: new Vector3(body.depthMm / 2, body.widthMm / 2, body.dishMm) },
      faces: { value: new Vector3(body.lowerMm, body.upperMm, SHELL_DRAWN_MM) },
      filled: { value: from + (to - from) * share },
      isFace: { value: isFace ? 1 : 0 },
      pixels: { value: 1 },
    },
  });
}

export function showMeasure(material: ShaderMaterial, measure: Measure, pixels: number): void {
  material.uniforms.most!.value = MEASURES[measure].most;
  material.uniforms.pixels!.value = pixels;
}

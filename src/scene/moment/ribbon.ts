import { BufferAttribute, BufferGeometry, DoubleSide, Mesh, ShaderMaterial, Vector2 } from 'three';

/** Length of a dash and of the gap after it, m. */
const DASH_M = 0.0022;
const PERIOD_M = 0.0036;

/** A line of constant width in the picture, over everything else; dashed or whole. */
export function createRibbon(widthPx: number, dashed: boolean): Mesh<BufferGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    uniforms: {
      colour: { value: null },
      picturePx: { value: new Vector2(1, 1) },
      widthPx: { value: widthPx },
      periodM: { value: dashed ? PERIOD_M : 0 },
    },
    vertexShader: /* glsl */ `
      attribute vec3 tangent;
      attribute vec2 at;
      uniform vec2 picturePx;
      uniform float widthPx;
      varying float vAlong;
      void main() {
        mat4 seen = projectionMatrix * modelViewMatrix;
        vec4 here = seen * vec4(position, 1.0);
        vec4 next = seen * vec4(position + 1e-2 * tangent, 1.0);
        vec2 way = normalize((next.xy / next.w - here.xy / here.w) * picturePx);
        here.xy += at.y * vec2(-way.y, way.x) * widthPx / picturePx * here.w;
        vAlong = at.x;
        gl_Position = here;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 colour;
      uniform float periodM;
      varying float vAlong;
      void main() {
        if (periodM > 0.0 && mod(vAlong, periodM) > ${DASH_M}) discard;
        gl_FragColor = vec4(colour, 1.0);
        #include <colorspace_fragment>
      }`,
    side: DoubleSide,
    // after the discs
    transparent: true,
    depthTest: false,
    depthWrite: false,
  });
  const mesh = new Mesh(new BufferGeometry(), material);
  mesh.frustumCulled = false;
  mesh.renderOrder = 5;
  return mesh;
}

/** Lays a ribbon along points. */
export function layRibbon(
  { geometry }: Mesh<BufferGeometry>,
  points: readonly (readonly [number, number, number])[],
): void {
  const positions: number[] = [];
  const tangents: number[] = [];
  const at: number[] = [];
  const index: number[] = [];
  let along = 0;
  points.forEach((point, n) => {
    const last = points[Math.max(0, n - 1)]!;
    const next = points[Math.min(points.length - 1, n + 1)]!;
    along += Math.hypot(...point.map((value, axis) => value - last[axis]!));
    const way = next.map((value, axis) => value - last[axis]!);
    const length = Math.hypot(...way) || 1;
    for (const side of [-1, 1]) {
      positions.push(...point);
      tangents.push(...way.map((value) => value / length));
      at.push(along, side);
    }
    if (n > 0) index.push(2 * n - 2, 2 * n - 1, 2 * n, 2 * n, 2 * n - 1, 2 * n + 1);
  });
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('tangent', new BufferAttribute(new Float32Array(tangents), 3));
  geometry.setAttribute('at', new BufferAttribute(new Float32Array(at), 2));
  geometry.setIndex(index);
}

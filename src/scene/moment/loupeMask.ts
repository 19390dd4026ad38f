import { AlwaysDepth, Color, Group, Mesh, PlaneGeometry, ShaderMaterial, Vector3 } from 'three';

/** Round glass: a ground inside the circle, and nothing of the loupe outside it. */
export interface LoupeMask {
  readonly object: Group;
  /** Middle from the left and the bottom, and radius, device pixels. */
  readonly circle: Vector3;
  /** Colours of the ground in its middle and at its edge. */
  readonly middle: Color;
  readonly edge: Color;
  dispose(): void;
}

const vertexShader = 'void main() { gl_Position = vec4(position.xy, -1.0, 1.0); }';

export function createLoupeMask(): LoupeMask {
  const uniforms = {
    circle: { value: new Vector3() },
    middle: { value: new Color() },
    edge: { value: new Color() },
  };
  const ground = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader: /* glsl */ `
      uniform vec3 circle;
      uniform vec3 middle;
      uniform vec3 edge;
      void main() {
        float off = length(gl_FragCoord.xy - circle.xy) / circle.z;
        if (off > 1.0) discard;
        gl_FragColor = vec4(mix(middle, edge, off * off), 1.0);
        #include <colorspace_fragment>
      }`,
    depthTest: false,
    depthWrite: false,
  });
  // nearer than all else outside the circle
  const around = new ShaderMaterial({
    uniforms,
    vertexShader,
    fragmentShader: /* glsl */ `
      uniform vec3 circle;
      void main() {
        if (length(gl_FragCoord.xy - circle.xy) < circle.z) discard;
        gl_FragColor = vec4(0.0);
      }`,
    colorWrite: false,
    depthFunc: AlwaysDepth,
  });
  const plane = new PlaneGeometry(2, 2);
  const object = new Group();
  [ground, around].forEach((material, n) => {
    const mesh = new Mesh(plane, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = n - 2;
    object.add(mesh);
  });
  return {
    object,
    circle: uniforms.circle.value,
    middle: uniforms.middle.value,
    edge: uniforms.edge.value,
    dispose() {
      plane.dispose();
      ground.dispose();
      around.dispose();
    },
  };
}

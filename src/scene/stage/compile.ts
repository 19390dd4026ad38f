import type { Camera, Object3D, Scene, WebGLRenderer } from 'three';

/** Compiles an object's shaders before it is drawn, in parallel where the device can. */
export async function compile(
  gl: WebGLRenderer,
  object: Object3D,
  camera: Camera,
  scene: Scene,
): Promise<void> {
  // lost graphics make no shader; those that come back make it when they draw
  if (gl.getContext().isContextLost()) return;
  // without the extension three would only warn of it
  if (gl.getContext().getExtension('KHR_parallel_shader_compile'))
    await gl.compileAsync(object, camera, scene);
  else gl.compile(object, camera, scene);
}

import type { RootState } from '@react-three/fiber';
import type { Drawing } from '../../runtime/picture/picture.ts';

/**
 * Draws all that the stage shows at once, by the same steps as a frame for the screen. A tile of a larger picture is what a viewport
 * that reaches beyond the canvas leaves in it, so that no larger buffer is needed.
 */
export function drawNow(state: RootState, { stepS, tile: { of, column, row }, more }: Drawing): void {
  const { gl, size } = state;
  const { setViewport, setScissor } = gl;
  type Place = [x: number, y: number, width: number, height: number];
  const enlarge = ([x, y, width, height]: Place): Place => [
    x * of - column * size.width,
    y * of - (of - 1 - row) * size.height,
    width * of,
    height * of,
  ];
  gl.setViewport = (...place) => setViewport(...enlarge(place as Place));
  gl.setScissor = (...place) => setScissor(...enlarge(place as Place));
  try {
    if (state.frameloop !== 'never') state.setFrameloop('never');
    gl.setViewport(0, 0, size.width, size.height);
    state.advance(state.clock.elapsedTime + stepS);
  } finally {
    Object.assign(gl, { setViewport, setScissor });
    if (!more) {
      gl.setViewport(0, 0, size.width, size.height);
      state.setFrameloop('demand');
      state.invalidate();
    }
  }
}

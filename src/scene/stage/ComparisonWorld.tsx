import { createPortal, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import { PerspectiveCamera, Scene } from 'three';
import { loadSkeleton, type Skeleton } from '../bones/skeleton.ts';
import { calcParts } from '../camera/layout.ts';
import { useStore } from './useStore.ts';
import { World, type WorldProps } from './World.tsx';

/** Comparison beside the person on the stage, in the other part of the one canvas, seen from the same side. */
export default function ComparisonWorld(props: Omit<WorldProps, 'skeleton' | 'part'>) {
  const scene = useMemo(() => new Scene(), []);
  const camera = useMemo(() => {
    const { fov, near, far } = props.camera;
    return new PerspectiveCamera(fov, 1, near, far);
  }, [props.camera]);
  const [skeleton, setSkeleton] = useState<Skeleton | null>(null);
  const invalidate = useThree((state) => state.invalidate);
  useEffect(() => {
    let stale = false;
    let made: Skeleton | null = null;
    loadSkeleton().then(
      (next) => {
        made = next;
        if (stale) next.dispose();
        else setSkeleton(next);
      },
      // without it the spine is still shown
      () => {},
    );
    return () => {
      stale = true;
      made?.dispose();
    };
  }, []);

  const width = useThree((state) => state.size.width);
  const mode = useStore(props.settings, (state) => state.mode);
  const parts = useMemo(() => calcParts(width, true, mode), [width, mode]);
  // both parts are drawn here, one after the other: a positive priority disables automatic drawing
  useFrame(({ gl, scene: main, camera: mainCamera, size: { height } }) => {
    const draw = (part: number, what: Scene, from: PerspectiveCamera) => {
      const { left, width: wide } = parts[part]!;
      gl.setViewport(left, 0, wide, height);
      gl.setScissor(left, 0, wide, height);
      gl.render(what, from);
    };
    gl.setScissorTest(true);
    draw(0, main, mainCamera as PerspectiveCamera);
    draw(1, scene, camera);
    gl.setScissorTest(false);
  }, 1);
  const gl = useThree((state) => state.gl);
  useEffect(
    () => () => {
      const { width, height } = gl.domElement;
      const ratio = gl.getPixelRatio();
      gl.setViewport(0, 0, width / ratio, height / ratio);
      invalidate();
    },
    [gl, invalidate],
  );
  return createPortal(<World {...props} skeleton={skeleton} part={1} />, scene, { camera });
}

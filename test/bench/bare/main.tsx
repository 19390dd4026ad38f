import { createRoot, extend, useFrame } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { createRoot as createPage } from 'react-dom/client';
import { DirectionalLight, Mesh, MeshStandardMaterial, SphereGeometry, WebGLRenderer } from 'three';

// only what it is made of, as on the page that is held against it
extend({ DirectionalLight, Mesh, MeshStandardMaterial, SphereGeometry });

/** Quads round and up: 28,000 triangles, as the column has on a slow device. */
const ROUND = 140;
const UP = 101;
const SIZE = { width: 390, height: 844, top: 0, left: 0 };

/** Says so when it has been drawn. */
function Ball() {
  useFrame(({ gl }) => {
    if (gl.info.render.frame > 0) document.documentElement.dataset.state = 'ready';
  });
  return (
    <>
      <directionalLight />
      <mesh>
        <sphereGeometry args={[1, ROUND, UP]} />
        <meshStandardMaterial color="#e4d5b4" />
      </mesh>
    </>
  );
}

function Page() {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const root = createRoot(canvas.current!);
    void root
      .configure({ gl: ({ canvas }) => new WebGLRenderer({ canvas }), size: SIZE })
      .then(() => root.render(<Ball />));
  }, []);
  return (
    <>
      <button type="button">Lift</button>
      <canvas ref={canvas} />
    </>
  );
}

createPage(document.getElementById('root')!).render(<Page />);

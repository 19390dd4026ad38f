import { Hud } from '@react-three/drei/core/Hud';
import { Line } from '@react-three/drei/core/Line';
import { extend, useFrame, useThree } from '@react-three/fiber';
import { use, useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { BufferGeometry, Group, Mesh, type WebGLRenderer } from 'three';
import { levelIndex } from '../../core/anatomy/levels.ts';
import { loadTexts } from '../../i18n/texts.ts';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import { createDiscMaterial } from '../bones/discs.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { CameraSettings } from '../camera/cameraRig.ts';
import type { Cutaway } from '../cutaway/cutaway.ts';
import { compile } from '../stage/compile.ts';
import type { Director } from '../stage/director.ts';
import { LOOKS, type Look, QUALITY } from '../stage/looks.ts';
import { Studio } from '../stage/Studio.tsx';
import { useStore } from '../stage/useStore.ts';
import { createLoupe, type Loupe as LoupeScene } from './loupe.ts';
import { createLoupeFrame } from './loupeFrame.ts';
import { createLoupeView } from './loupeView.ts';
import { createRims } from './rims.ts';
import { calcOutline } from './sagittalOutline.ts';
import './loupe.css';

// drei's Hud has one
extend({ Group });

interface LoupeProps {
  readonly director: Director;
  readonly spine: MergedBones;
  readonly cutaway: Cutaway;
  readonly settings: SettingsStore;
  readonly camera: CameraSettings;
}

/** Pixels round the circle that may be drawn too, for its soft edge. */
const EDGE_PX = 2;
const FORMER_PX = 2.5;
const LOST_PX = 4;

/** The break from close by, in a scene of its own over the main one, beside the whole person. */
export default function Loupe({ director, spine, cutaway, settings, camera: lens }: LoupeProps) {
  const quality = useStore(settings, (state) => state.quality);
  const look = LOOKS[useStore(settings, (state) => state.theme)];
  const { detail } = QUALITY[quality];
  const parts = useMemo(
    () => createParts(director, spine, cutaway, lens, detail),
    [director, spine, cutaway, lens, detail],
  );
  useEffect(() => () => parts.dispose(), [parts]);
  const { loupe } = parts;

  // a positive priority turns automatic drawing off: the person first, then what is in the circle
  useFrame(({ gl, scene, camera, size: { height } }) => {
    gl.render(scene, camera);
    const { x, y, radius } = loupe.place;
    const reach = radius * loupe.opening + EDGE_PX;
    const ratio = gl.getPixelRatio();
    loupe.mask.circle.set(x, height - y, radius * loupe.opening).multiplyScalar(ratio);
    if (!loupe.object.visible) return;
    gl.setScissorTest(true);
    gl.setScissor(x - reach, height - y - reach, 2 * reach, 2 * reach);
  }, 1);
  useFrame(({ gl }) => gl.setScissorTest(false), 3);

  return (
    <Hud renderPriority={2}>
      <Inside parts={parts} director={director} look={look} />
    </Hud>
  );
}

interface Parts {
  readonly loupe: LoupeScene;
  readonly rims: ReturnType<typeof createRims>;
  dispose(): void;
}

function createParts(
  director: Director,
  spine: MergedBones,
  cutaway: Cutaway,
  camera: CameraSettings,
  detail: number,
): Parts {
  const discGeometry = new BufferGeometry();
  Object.assign(discGeometry.attributes, director.discGeometry.attributes);
  discGeometry.setIndex(director.discGeometry.index);
  const discMaterial = createDiscMaterial(director.uniforms);
  const rims = createRims(director.uniforms, spine, detail);
  const loupe = createLoupe({
    spine,
    boneMaterial: cutaway.createMaterial(),
    discs: new Mesh(discGeometry, discMaterial),
    rims: rims.object,
    detail,
    camera,
  });
  return {
    loupe,
    rims,
    dispose() {
      loupe.dispose();
      rims.dispose();
      discMaterial.dispose();
    },
  };
}

/** What is seen in it, with a light of its own: the shadows of the whole person are too coarse here. */
function Inside({ parts, director, look }: { parts: Parts; director: Director; look: Look }) {
  const { loupe, rims } = parts;
  const { language, session } = director;
  const texts = use(loadTexts(language.lang, 'moment'));
  const t = useMemo(() => language.read<'moment'>(texts), [language, texts]);
  const set = useThree((state) => state.set);
  const scene = useThree((state) => state.scene);
  const gl: WebGLRenderer = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const [isReady, setReady] = useState(false);
  useLayoutEffect(() => set({ camera: loupe.camera }), [set, loupe]);
  const shown = useStore(session.store, (state) => state.shown);

  // its shaders are made before it opens
  useEffect(() => {
    let stale = false;
    void compile(gl, loupe.object, loupe.camera, scene).then(() => {
      if (!stale) setReady(true);
    });
    return () => {
      stale = true;
    };
  }, [gl, loupe, scene]);

  useEffect(() => {
    if (!isReady) return;
    const frame = createLoupeFrame(gl.domElement.parentElement!, language, t, () => {
      view.setWhole(!view.whole);
      invalidate();
    });
    const view = createLoupeView(loupe, frame, t, language);
    view.setWhole(false);
    view.setLook(look);
    rims.colour.set(look.broken);
    director.setLoupe(view, rims);
    invalidate();
    return () => {
      director.setLoupe(null, null);
      loupe.arrange(null, 0);
      frame.dispose();
    };
  }, [isReady, director, loupe, rims, language, t, look, gl, invalidate]);

  const former = useMemo(() => {
    const fracture = shown?.run.trace.fractures[0];
    const before = shown?.run.trace.sections.find(({ level }) => level === fracture?.level);
    return fracture && before ? calcOutline(director.getBody(levelIndex(fracture.level)), before) : null;
  }, [director, shown]);

  return (
    <>
      <Studio look={look} shadowSize={0} />
      <primitive object={loupe.object} />
      {former && (
        <>
          <primitive object={loupe.former}>
            <Line
              points={former}
              color={look.former}
              lineWidth={FORMER_PX}
              dashed
              dashSize={0.0022}
              gapSize={0.0014}
              depthTest={false}
              transparent
              frustumCulled={false}
              renderOrder={5}
            />
          </primitive>
          <primitive object={loupe.lost}>
            <Line
              points={LOST}
              color={look.broken}
              lineWidth={LOST_PX}
              depthTest={false}
              transparent
              frustumCulled={false}
              renderOrder={6}
            />
          </primitive>
        </>
      )}
    </>
  );
}

/** A line of length 1, which is stretched to what is lost. */
const LOST: [number, number, number][] = [
  [0, 0, 0],
  [0, 1, 0],
];

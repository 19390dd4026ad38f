import { extend, useFrame, useThree } from '@react-three/fiber';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Mesh, type PerspectiveCamera } from 'three';
import type { Level } from '../../core/anatomy/levels.ts';
import type { Language } from '../../i18n/translate.ts';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import type { BodyPlacesStore } from '../../runtime/picture/bodyPlaces.ts';
import { DRAW_NOW, type Drawing } from '../../runtime/picture/picture.ts';
import type { Session } from '../../runtime/session/session.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Skeleton } from '../bones/skeleton.ts';
import type { CameraSettings } from '../camera/cameraRig.ts';
import { calcParts } from '../camera/layout.ts';
import { bindOrbit, type Orbit } from '../camera/orbit.ts';
import type { Labels } from '../labels/labels.ts';
import { createQualityJudge } from './autoQuality.ts';
import { createDirector } from './director.ts';
import { drawNow } from './drawNow.ts';
import type { OpenBones } from './LaterLayers.tsx';
import { LOOKS, QUALITY } from './looks.ts';
import { Studio } from './Studio.tsx';
import { useStore } from './useStore.ts';

// only the classes that are used: all of three would double the page
extend({ Mesh });

// without it the spine is still shown
const LaterLayers = lazy(() => import('./LaterLayers.tsx').catch(() => ({ default: () => <></> })));

export type Picker = (x: number, y: number) => Level | null;

export interface WorldProps {
  readonly session: Session;
  /** Its part of the canvas: 0, or 1 beside another. */
  readonly part: 0 | 1;
  readonly hasComparison: boolean;
  readonly orbit: Orbit;
  /** Values of framing that the two parts share (`framing.ts`). */
  readonly framesM: Float64Array;
  readonly camera: CameraSettings;
  /** Functions that find the vertebra at a point of the canvas, px; one for each part. */
  readonly pickers: Set<Picker>;
  /** Receives the positions of the main person's vertebrae on the stage. */
  readonly bodyPlaces: BodyPlacesStore;
  readonly settings: SettingsStore;
  readonly language: Language;
  readonly spine: MergedBones;
  readonly labels: Labels;
  readonly skeleton: Skeleton | null;
  /** Whether the column has been drawn; called when it is. */
  readonly drawn: boolean;
  readonly onDrawn: () => void;
}

/** Scene of one person. React builds it once; `director` moves it. */
export function World({
  session,
  part,
  hasComparison,
  orbit,
  framesM,
  pickers,
  bodyPlaces,
  camera: lens,
  settings,
  language,
  spine,
  labels,
  skeleton,
  drawn,
  onDrawn,
}: WorldProps) {
  const theme = useStore(settings, (state) => state.theme);
  const quality = useStore(settings, (state) => state.quality);
  const mode = useStore(settings, (state) => state.mode);
  const qualityAuto = useStore(settings, (state) => state.qualityAuto);
  const judge = useMemo(createQualityJudge, []);
  const invalidate = useThree((state) => state.invalidate);
  const canvas = useThree((state) => state.gl.domElement);
  const get = useThree((state) => state.get);
  const look = LOOKS[theme];
  const director = useMemo(
    () =>
      createDirector(
        session,
        settings,
        language,
        labels,
        orbit,
        framesM,
        part,
        part === 0 ? bodyPlaces : null,
      ),
    [session, settings, language, labels, orbit, framesM, part, bodyPlaces],
  );

  useEffect(() => {
    const redraw = () => invalidate();
    const stops = [
      session.store.subscribe(redraw),
      session.clock.subscribe(redraw),
      settings.subscribe(redraw),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session, settings, invalidate]);

  const width = useThree((state) => state.size.width);
  const own = useMemo(() => calcParts(width, hasComparison, mode)[part]!, [width, hasComparison, mode, part]);
  useEffect(() => {
    const pick: Picker = (x, y) =>
      x >= own.left && x < own.left + own.width ? director.pick(x - own.left, y) : null;
    pickers.add(pick);
    return () => void pickers.delete(pick);
  }, [director, pickers, own]);
  // the visitor's rotation applies to both parts
  useEffect(() => {
    if (part > 0) return;
    return bindOrbit(canvas, orbit, director.metresPerPixel, invalidate, (x, y) => {
      for (const pick of pickers) {
        const selected = pick(x, y);
        if (selected) settings.setState({ selected });
      }
    });
  }, [director, part, orbit, pickers, settings, canvas, invalidate]);

  useEffect(() => () => director.dispose(), [director]);

  useEffect(() => {
    // a comparison is drawn with it
    if (part > 0) return;
    const draw = (event: Event) => {
      const { gl, scene, camera } = get();
      const { detail } = event as CustomEvent<Drawing | undefined>;
      if (detail) drawNow(get(), detail);
      else gl.render(scene, camera);
    };
    canvas.addEventListener(DRAW_NOW, draw);
    return () => canvas.removeEventListener(DRAW_NOW, draw);
  }, [part, canvas, get]);

  useEffect(() => {
    if (!skeleton) return;
    director.setSkeleton(skeleton);
    invalidate();
  }, [director, skeleton, invalidate]);

  const [opened, setOpened] = useState<OpenBones | null>(null);
  // a material of an earlier director is disposed: one more frame with it would upload its textures for good
  const openBones = opened?.director === director ? opened.material : null;
  useFrame(({ camera, size }, stepS) => {
    if (director.update(camera as PerspectiveCamera, own, size.height, stepS)) invalidate();
    if (!drawn && director.isShowing()) onDrawn();
    const lower = session.clock.playing && qualityAuto ? judge(stepS, quality) : null;
    if (lower) settings.setState({ quality: lower });
  });

  const { shadowSize, detail } = QUALITY[quality];
  useEffect(() => {
    spine.geometry.setIndex(spine.details[detail]!);
    skeleton?.setDetail(detail);
    invalidate();
  }, [spine, skeleton, detail, invalidate]);
  return (
    <>
      <Studio look={look} shadowSize={shadowSize} onKey={director.setKey} />
      <mesh
        geometry={spine.geometry}
        material={openBones ?? director.boneMaterial}
        customDepthMaterial={director.boneDepthMaterial}
        frustumCulled={false}
        castShadow
        receiveShadow
        // so does a soft shadow
        onBeforeShadow={() => spine.geometry.setIndex(spine.details.at(-1)!)}
        onAfterShadow={() => spine.geometry.setIndex(spine.details[detail]!)}
      />
      <mesh
        geometry={director.discGeometry}
        material={director.discMaterial}
        frustumCulled={false}
        renderOrder={1}
      />
      <mesh
        geometry={director.skin.geometry}
        material={director.skin.far}
        frustumCulled={false}
        renderOrder={2.5}
      />
      <mesh
        geometry={director.skin.geometry}
        material={director.skin.depth}
        frustumCulled={false}
        renderOrder={3}
      />
      <mesh
        geometry={director.skin.geometry}
        material={director.skin.near}
        frustumCulled={false}
        renderOrder={4}
      />
      <primitive object={director.furniture} />
      {skeleton && <primitive object={skeleton.object} />}
      {drawn && (
        <Suspense fallback={null}>
          <LaterLayers
            director={director}
            spine={spine}
            settings={settings}
            onOpenBones={setOpened}
            lens={lens}
            hasLoupe={part === 0 && !hasComparison}
          />
        </Suspense>
      )}
    </>
  );
}

import { createRoot, invalidate, type ReconcilerRoot } from '@react-three/fiber';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NeutralToneMapping, setConsoleFunction, WebGLRenderer } from 'three';
import type { Language } from '../../i18n/translate.ts';
import { FIRST_VIEW } from '../../runtime/device/offline.ts';
import type { SettingsStore } from '../../runtime/device/settings.ts';
import type { BodyPlacesStore } from '../../runtime/picture/bodyPlaces.ts';
import { endStill } from '../../runtime/picture/still.ts';
import type { Session } from '../../runtime/session/session.ts';
import type { MergedBones } from '../bones/mergeBones.ts';
import type { Skeleton } from '../bones/skeleton.ts';
import { loadSpineGeometry } from '../bones/spineGeometry.ts';
import type { CameraSettings } from '../camera/cameraRig.ts';
import { FRAMES } from '../camera/framing.ts';
import { calcParts } from '../camera/layout.ts';
import { createOrbit } from '../camera/orbit.ts';
import { createLabels, type Labels } from '../labels/labels.ts';
import { QUALITY } from './looks.ts';
import { type Readable, useStore } from './useStore.ts';
import { type Picker, World } from './World.tsx';

// React Three Fiber still times its frames with three's Clock, which warns of its deprecation on every page
setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...values: unknown[]) => {
  if (!message.startsWith('THREE.Clock:')) console[type](message, ...values);
});

// only when there is a comparison
const ComparisonWorld = lazy(() => import('./ComparisonWorld.tsx'));
// only where there are no 3-D graphics
const FlatStage = lazy(() => import('../flat/FlatStage.tsx'));

const CAMERA: CameraSettings = { fov: 26, near: 0.05, far: 20 };

interface StageProps {
  readonly session: Session;
  /** Session of the comparison, if any. */
  readonly comparison: Readable<{ readonly session: Session | null }>;
  readonly bodyPlaces: BodyPlacesStore;
  readonly settings: SettingsStore;
  readonly language: Language;
}

type Status = 'loading' | 'shown' | 'lost' | 'none';

/** The one canvas of the page, for the page's whole life; without graphics, a message instead. */
export default function Stage({ session, comparison, bodyPlaces, settings, language }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<Status>('loading');
  const mode = useStore(settings, (state) => state.mode);
  const quality = useStore(settings, (state) => state.quality);
  const [root, setRoot] = useState<{
    made: ReconcilerRoot<HTMLCanvasElement>;
    gl: () => WebGLRenderer;
  } | null>(null);
  const [spine, setSpine] = useState<MergedBones | null>(null);
  const [labels, setLabels] = useState<Labels | null>(null);
  const comparisonLabelHost = useRef<HTMLDivElement>(null);
  const [comparisonLabels, setComparisonLabels] = useState<Labels | null>(null);
  const comparisonSession = useStore(comparison, (state) => state.session);
  const comparisonKind = useStore(settings, (state) => state.comparison);
  const orbit = useMemo(createOrbit, []);
  const framesM = useMemo(() => new Float64Array(FRAMES), []);
  const pickers = useMemo(() => new Set<Picker>(), []);
  const [drawn, setDrawn] = useState(false);
  const [skeleton, setSkeleton] = useState<Skeleton | null>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);

  useEffect(() => {
    if (status === 'none' || status === 'lost') endStill();
  }, [status]);

  useEffect(() => {
    loadSpineGeometry().then(setSpine, () => setStatus('none'));
  }, []);

  const noteDrawn = useCallback(() => {
    // a first visit waits for what was loaded before this mark (`test/picture/firstLoad.test.ts`)
    performance.mark(FIRST_VIEW);
    endStill();
    setDrawn(true);
  }, []);
  // once, after the first view, and kept over a lost context; without it the spine is still shown
  useEffect(() => {
    if (!drawn) return;
    let stale = false;
    let made: Skeleton | null = null;
    import('../bones/skeleton.ts')
      .then(({ loadSkeleton }) => loadSkeleton())
      .then(
        (next) => {
          made = next;
          if (stale) next.dispose();
          else setSkeleton(next);
        },
        () => {},
      );
    return () => {
      stale = true;
      made?.dispose();
    };
  }, [drawn]);

  useEffect(() => {
    const element = canvas.current!;
    const context = createContext(element);
    if (!context) {
      setStatus('none');
      return;
    }
    const made = createRoot(element);
    const gl = () => createRenderer(element, context);
    setRoot({ made, gl });
    setLabels(createLabels(labelHost.current!));
    setComparisonLabels(createLabels(comparisonLabelHost.current!));
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    // not the canvas: its own width is set on it, and would not follow a stage that shrinks
    observer.observe(element.parentElement!);
    const lost = (event: Event) => {
      event.preventDefault();
      setStatus('lost');
    };
    const restored = () => setStatus('shown');
    element.addEventListener('webglcontextlost', lost);
    element.addEventListener('webglcontextrestored', restored);
    return () => {
      observer.disconnect();
      element.removeEventListener('webglcontextlost', lost);
      element.removeEventListener('webglcontextrestored', restored);
      made.unmount();
      labelHost.current?.replaceChildren();
      comparisonLabelHost.current?.replaceChildren();
    };
  }, []);

  useEffect(() => {
    if (!root || !size || !spine || !labels || !comparisonLabels || status === 'none') return;
    const { maxPixelRatio, shadowSize } = QUALITY[quality];
    let stale = false;
    root.made
      .configure({
        gl: root.gl,
        size: { ...size, top: 0, left: 0 },
        dpr: [1, maxPixelRatio],
        frameloop: 'demand',
        shadows: shadowSize > 0 ? 'percentage' : false,
        camera: CAMERA,
      })
      .then(
        () => {
          if (stale) return;
          const shared = {
            settings,
            language,
            spine,
            drawn,
            onDrawn: noteDrawn,
            orbit,
            framesM,
            pickers,
            bodyPlaces,
            camera: CAMERA,
            hasComparison: comparisonSession !== null,
          };
          root.made.render(
            <>
              <World {...shared} session={session} part={0} labels={labels} skeleton={skeleton} />
              {comparisonSession && (
                <Suspense fallback={null}>
                  <ComparisonWorld {...shared} session={comparisonSession} labels={comparisonLabels} />
                </Suspense>
              )}
            </>,
          );
          // a restored context is blank, and nothing else asks for a frame
          invalidate();
          setStatus((before) => (before === 'lost' ? before : 'shown'));
        },
        () => setStatus('none'),
      );
    return () => {
      stale = true;
    };
  }, [
    root,
    size,
    spine,
    labels,
    comparisonLabels,
    skeleton,
    quality,
    status,
    session,
    comparisonSession,
    settings,
    language,
    drawn,
    noteDrawn,
    orbit,
    framesM,
    pickers,
    bodyPlaces,
  ]);

  const [own, beside] = size ? calcParts(size.width, comparisonSession !== null, mode) : [];
  const isFlat = status === 'none' || status === 'lost';
  const words = status === 'shown' ? null : (`stage.${status}` as const);
  return (
    <div className="stage-view">
      <canvas
        ref={canvas}
        role="img"
        tabIndex={isFlat ? -1 : 0}
        aria-label={language.t('stage.label')}
        aria-hidden={isFlat}
        hidden={status === 'none'}
      />
      {isFlat && (
        <Suspense fallback={null}>
          <FlatStage session={session} comparison={comparison} settings={settings} language={language} />
        </Suspense>
      )}
      <div ref={labelHost} className="stage-labels" aria-hidden="true" style={own && { width: own.width }} />
      <div
        ref={comparisonLabelHost}
        className="stage-labels"
        aria-hidden="true"
        hidden={!beside}
        style={beside && { left: beside.left, width: beside.width }}
      />
      {own && beside && comparisonKind && (
        <>
          <p
            className="stage-name"
            style={{ left: own.left + own.coveredLeft, width: own.width - own.coveredLeft }}
          >
            {language.t('comparison.own')}
          </p>
          <p className="stage-name" style={{ left: beside.left, width: beside.width }}>
            {language.t(`comparison.${comparisonKind}`)}
          </p>
        </>
      )}
      {words && (
        <p className="stage-words" data-flat={isFlat || undefined}>
          {language.t(words)}
        </p>
      )}
    </div>
  );
}

/** WebGL context of the picture, or null where the device has none. */
function createContext(canvas: HTMLCanvasElement): WebGL2RenderingContext | null {
  return canvas.getContext('webgl2', { alpha: true, antialias: true, powerPreference: 'high-performance' });
}

function createRenderer(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: true });
  renderer.toneMapping = NeutralToneMapping;
  return renderer;
}

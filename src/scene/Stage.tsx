import { createRoot, invalidate, type ReconcilerRoot } from '@react-three/fiber';
import { useCallback, useEffect, useRef, useState } from 'react';
import { NeutralToneMapping, setConsoleFunction, WebGLRenderer } from 'three';
import type { Language } from '../i18n/translate.ts';
import type { Session } from '../runtime/session.ts';
import type { SettingsStore } from '../runtime/settings.ts';
import { createLabels, type Labels } from './labels.ts';
import { QUALITY } from './looks.ts';
import type { MergedBones } from './mergeBones.ts';
import type { Skeleton } from './skeleton.ts';
import { loadSpineGeometry } from './spineGeometry.ts';
import { useStore } from './useStore.ts';
import { World } from './World.tsx';

// React Three Fiber still times its frames with three's Clock, which warns of its own retirement on every page
setConsoleFunction((type: 'log' | 'warn' | 'error', message: string, ...values: unknown[]) => {
  if (!message.startsWith('THREE.Clock:')) console[type](message, ...values);
});

interface StageProps {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly language: Language;
}

/** What a first visit waits for is what was asked for before this mark (`test/e2e/firstLoad.test.ts`). */
const FIRST_VIEW = 'first-view';

type Status = 'loading' | 'shown' | 'lost' | 'none';

/** The one canvas of the page, for the page's life; without graphics, a sentence in its place. */
export default function Stage({ session, settings, language }: StageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const labelHost = useRef<HTMLDivElement>(null);
  const [status, setStatus] = useState<Status>('loading');
  const quality = useStore(settings, (state) => state.quality);
  const [root, setRoot] = useState<{
    made: ReconcilerRoot<HTMLCanvasElement>;
    gl: () => WebGLRenderer;
  } | null>(null);
  const [spine, setSpine] = useState<MergedBones | null>(null);
  const [labels, setLabels] = useState<Labels | null>(null);
  const [drawn, setDrawn] = useState(false);
  const [skeleton, setSkeleton] = useState<Skeleton | null>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);

  useEffect(() => {
    loadSpineGeometry().then(setSpine, () => setStatus('none'));
  }, []);

  const noteDrawn = useCallback(() => {
    performance.mark(FIRST_VIEW);
    setDrawn(true);
  }, []);
  // once, after the first view, and kept over a lost context; without it the spine is seen as well
  useEffect(() => {
    if (!drawn) return;
    let stale = false;
    let made: Skeleton | null = null;
    import('./skeleton.ts')
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
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width > 0 && height > 0) setSize({ width, height });
    });
    observer.observe(element);
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
    };
  }, []);

  useEffect(() => {
    if (!root || !size || !spine || !labels || status === 'none') return;
    const { maxPixelRatio, shadowSize } = QUALITY[quality];
    let stale = false;
    root.made
      .configure({
        gl: root.gl,
        size: { ...size, top: 0, left: 0 },
        dpr: [1, maxPixelRatio],
        frameloop: 'demand',
        shadows: shadowSize > 0 ? 'percentage' : false,
        camera: { fov: 26, near: 0.05, far: 20 },
      })
      .then(
        () => {
          if (stale) return;
          root.made.render(
            <World
              session={session}
              settings={settings}
              language={language}
              spine={spine}
              labels={labels}
              skeleton={skeleton}
              drawn={drawn}
              onDrawn={noteDrawn}
            />,
          );
          // a context that has come back is blank, and nothing else asks for a frame
          invalidate();
          setStatus((before) => (before === 'lost' ? before : 'shown'));
        },
        () => setStatus('none'),
      );
    return () => {
      stale = true;
    };
  }, [root, size, spine, labels, skeleton, quality, status, session, settings, language, drawn, noteDrawn]);

  const words = status === 'shown' ? null : (`stage.${status}` as const);
  return (
    <div className="stage-view">
      <canvas ref={canvas} role="img" tabIndex={0} aria-label={language.t('stage.label')} />
      <div ref={labelHost} className="stage-labels" aria-hidden="true" />
      {words && <p className="stage-words">{language.t(words)}</p>}
    </div>
  );
}

/** The picture's own context, or null where the device gives none. */
function createContext(canvas: HTMLCanvasElement): WebGL2RenderingContext | null {
  return canvas.getContext('webgl2', { alpha: true, antialias: true, powerPreference: 'high-performance' });
}

function createRenderer(canvas: HTMLCanvasElement, context: WebGL2RenderingContext): WebGLRenderer {
  const renderer = new WebGLRenderer({ canvas, context, alpha: true, antialias: true });
  renderer.toneMapping = NeutralToneMapping;
  return renderer;
}

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { PanelContext, type PanelContextValue, usePanel, useSettings } from '../panels/context.ts';
import { Press } from '../panels/controls/Control.tsx';
import { PictureSlot } from '../panels/inside/pictureSlot.ts';
import { LostPart } from '../panels/page/LostPart.tsx';
import { RootState } from '../panels/page/RootState.ts';
import { SheetHost } from '../panels/sheets/SheetHost.tsx';
import { Boundary } from './Boundary.tsx';
import { FIRST_MODE, loadMode } from './loadMode.ts';
import type { Mode } from './mode.ts';
import './explore.css';
import './contrast.css';

/** Loads the stage after the controls and the mechanics, for which the first figures wait: its code is larger than both. */
const createStage = (mechanicsArrived: Promise<unknown>) =>
  lazy(async () => {
    await mechanicsArrived;
    return import('../scene/stage/Stage.tsx');
  });

// while the sound is on; what is heard is seen in the picture too
const SoundCaption = lazy(() =>
  import('../panels/page/SoundCaption.tsx').catch(() => ({ default: () => null })),
);
// only for a look inside a bone
const PressedPicture = lazy(() => import('../scene/inside/PressedPicture.tsx'));

interface AppProps {
  readonly context: PanelContextValue;
  readonly mechanicsArrived: Promise<unknown>;
}

/** The page: one stage for its whole life, and the present mode over and beside it. */
export function App({ context, mechanicsArrived }: AppProps) {
  const { session, comparison, bodyPlaces, settings, language } = context;
  const [Stage, setStage] = useState(() => createStage(mechanicsArrived));
  // a part that failed to load is requested again
  const fetchAgain = (retry: () => void) => () => {
    setStage(createStage(mechanicsArrived));
    // a further failure is reported again
    settings.setState({ isPartLost: false });
    retry();
  };
  return (
    <PanelContext value={context}>
      <RootState />
      <PictureSlot value={PressedPicture}>
        <SheetHost>
          <Page>
            <Boundary fallback={(retry) => <Failed what="picture" onRetry={fetchAgain(retry)} />}>
              <Suspense>
                <Stage
                  session={session}
                  comparison={comparison}
                  bodyPlaces={bodyPlaces}
                  settings={settings}
                  language={language}
                />
              </Suspense>
            </Boundary>
          </Page>
        </SheetHost>
      </PictureSlot>
    </PanelContext>
  );
}

function Page({ children }: { children: ReactNode }) {
  const mode = useMode();
  const isHeard = useSettings((state) => state.sound);
  const failed = (retry: () => void) => <Failed what="controls" onRetry={retry} />;
  return (
    <div className="page" data-mode={mode?.name}>
      <main className="stage">
        <div className="standing" />
        {children}
        <Boundary fallback={failed}>{mode && <mode.OverStage />}</Boundary>
        <Suspense>{isHeard && <SoundCaption />}</Suspense>
      </main>
      <Boundary fallback={failed}>
        {mode && (
          <>
            {mode.open && <Stay key={mode.name} name={mode.name} open={mode.open} />}
            <mode.Beside />
          </>
        )}
      </Boundary>
    </div>
  );
}

/** Enters a mode when its parts are mounted, and leaves it when they are unmounted. */
function Stay({ name, open }: { name: Mode['name']; open: NonNullable<Mode['open']> }) {
  const life = open(usePanel());
  // a visitor who returns before the next mode has loaded enters it again, though it may have been left at once
  const isWanted = useSettings((state) => state.mode === name);
  useEffect(() => {
    if (isWanted) life.enter();
  }, [life, isWanted]);
  useEffect(() => life.leave, [life]);
  return null;
}

function Failed({ what, onRetry }: { what: 'picture' | 'controls'; onRetry: () => void }) {
  const { t } = usePanel().language;
  const isLost = useSettings((state) => state.isPartLost);
  // controls that failed to load stay so; the picture is requested again
  if (isLost && what === 'controls') return <LostPart />;
  return (
    <div className="notice notice-error" role="alert">
      <p>{t(`failed.${what}`)}</p>
      <Press onPress={onRetry}>{t('failed.retry')}</Press>
    </div>
  );
}

/**
 * The chosen mode, or the former one while it loads; a mode that cannot be loaded is replaced by the first. A page opened in another
 * mode than the first shows none until then, so that a museum's screen does not flash the student's controls.
 */
function useMode(): Mode | null {
  const { settings } = usePanel();
  const wanted = useSettings((state) => state.mode);
  const [mode, setMode] = useState(wanted === FIRST_MODE.name ? FIRST_MODE : null);
  useEffect(() => {
    let stale = false;
    loadMode(wanted).then(
      (next) => !stale && setMode(next),
      () => !stale && settings.setState({ mode: FIRST_MODE.name }),
    );
    return () => {
      stale = true;
    };
  }, [wanted, settings]);
  return mode;
}

import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { PanelContext, type PanelContextValue, usePanel, useSettings } from '../panels/context.ts';
import { Press } from '../panels/controls/Control.tsx';
import { LostPart } from '../panels/page/LostPart.tsx';
import { RootState } from '../panels/page/RootState.ts';
import { SoundCaption } from '../panels/page/SoundCaption.tsx';
import { SheetHost } from '../panels/sheets/SheetHost.tsx';
import { Boundary } from './Boundary.tsx';
import { FIRST_MODE, loadMode } from './loadMode.ts';
import type { Mode } from './mode.ts';
import './explore.css';
import './contrast.css';

/** The controls come first, then the mechanics, for which the first figures wait: the picture's code is larger than both. */
const createStage = (mechanicsArrived: Promise<unknown>) =>
  lazy(async () => {
    await mechanicsArrived;
    return import('../scene/stage/Stage.tsx');
  });

interface AppProps {
  readonly context: PanelContextValue;
  readonly mechanicsArrived: Promise<unknown>;
}

/** One stage for the page's life, and the mode of the moment over and beside it. */
export function App({ context, mechanicsArrived }: AppProps) {
  const { session, comparison, bodyPlaces, settings, language } = context;
  const [Stage, setStage] = useState(() => createStage(mechanicsArrived));
  // what could not be fetched once is asked for anew
  const fetchAgain = (retry: () => void) => () => {
    setStage(createStage(mechanicsArrived));
    // what still cannot be had will be said anew
    settings.setState({ isPartLost: false });
    retry();
  };
  return (
    <PanelContext value={context}>
      <RootState />
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
    </PanelContext>
  );
}

function Page({ children }: { children: ReactNode }) {
  const mode = useMode();
  const failed = (retry: () => void) => <Failed what="controls" onRetry={retry} />;
  return (
    <div className="page" data-mode={mode?.name}>
      <main className="stage">
        <div className="standing" />
        {children}
        <Boundary fallback={failed}>{mode && <mode.OverStage />}</Boundary>
        <SoundCaption />
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

/** Enters a mode with its parts, and leaves it with them. */
function Stay({ name, open }: { name: Mode['name']; open: NonNullable<Mode['open']> }) {
  const life = open(usePanel());
  // who comes back before the next mode was there is in it again, though it may have been left at once
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
  // what was asked for once and not had stays so; the picture is asked for anew
  if (isLost && what === 'controls') return <LostPart />;
  return (
    <div className="notice notice-error" role="alert">
      <p>{t(`failed.${what}`)}</p>
      <Press onPress={onRetry}>{t('failed.retry')}</Press>
    </div>
  );
}

/**
 * The mode that is set, or while it is on its way the one before; one that cannot be had gives way to the first. A page that opens
 * in another than the first shows none until then: a museum's screen does not flash the student's controls.
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

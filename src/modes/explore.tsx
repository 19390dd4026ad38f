import { lazy, Suspense } from 'react';
import { PanelContext, type PanelContextValue } from '../panels/context.ts';
import { Legend } from '../panels/Legend.tsx';
import { LoadChart } from '../panels/LoadChart.tsx';
import { Panel } from '../panels/Panel.tsx';
import { Playback } from '../panels/Playback.tsx';
import { RootState } from '../panels/RootState.ts';
import { Said } from '../panels/Said.tsx';
import { Views } from '../panels/Views.tsx';
import './explore.css';

// the controls come first: the picture's code is the larger part
const Stage = lazy(() => import('../scene/Stage.tsx'));

/** The free mode: the whole stage, and every control beside it. */
export function Explore({ context }: { context: PanelContextValue }) {
  const { session, twin, sight, settings, language } = context;
  return (
    <PanelContext value={context}>
      <RootState />
      <div className="page">
        <main className="stage">
          <Suspense>
            <Stage session={session} twin={twin} sight={sight} settings={settings} language={language} />
          </Suspense>
          <div className="stage-top">
            <Said />
            <Views />
          </div>
          <Playback />
        </main>
        <Panel />
        <div className="stage-chart">
          <LoadChart />
          <Legend />
        </div>
      </div>
    </PanelContext>
  );
}

import { ChartAside } from '../panels/chart/ChartAside.tsx';
import { Said } from '../panels/findings/Said.tsx';
import { Playback } from '../panels/Playback.tsx';
import { Panel } from '../panels/page/Panel.tsx';
import { Views } from '../panels/view/Views.tsx';
import { YearsAside } from '../panels/years/YearsAside.tsx';
import type { Mode } from './mode.ts';

/** Explore: the whole stage, and every control beside it. */
export const explore: Mode = { name: 'explore', open: null, OverStage, Beside };

function OverStage() {
  return (
    <>
      <div className="stage-top">
        <Said invites />
        <Views />
      </div>
      <Playback />
    </>
  );
}

function Beside() {
  return (
    <>
      <YearsAside />
      <Panel />
      <ChartAside />
    </>
  );
}

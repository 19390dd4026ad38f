import { ChartAside } from '../panels/ChartAside.tsx';
import { Panel } from '../panels/Panel.tsx';
import { Playback } from '../panels/Playback.tsx';
import { Said } from '../panels/Said.tsx';
import { Views } from '../panels/Views.tsx';
import type { Mode } from './mode.ts';

/** The free mode: the whole stage, and every control beside it. */
export const explore: Mode = { name: 'explore', OverStage, Beside };

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
      <Panel />
      <ChartAside />
    </>
  );
}

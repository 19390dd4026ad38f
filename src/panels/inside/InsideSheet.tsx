import { useMemo, useState } from 'react';
import { LEVELS, type Level } from '../../core/anatomy/levels.ts';
import { getLevelLoads } from '../../core/simulation/results/results.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { usePanel, useSession } from '../context.ts';
import { Choice } from '../controls/Control.tsx';
import { Sheet } from '../sheets/Sheet.tsx';
import type { SheetProps } from '../sheets/sheets.ts';
import { useNamespace } from '../useNamespace.ts';
import { Look } from './Look.tsx';
import './inside.css';

/** The level that broke in the act on the stage, or else the one that came closest to it. */
function findLevel(shown: Shown | null): Level {
  const event = shown?.run.results.events.at(-1);
  const broken = event?.fractures[0]?.level;
  if (broken) return broken;
  const loads = event ? getLevelLoads(event) : [];
  return loads.reduce<Level>(
    (worst, row) =>
      row.loadOverStrength > (loads[LEVELS.indexOf(worst)]?.loadOverStrength ?? 0) ? row.level : worst,
    'L1',
  );
}

/** One vertebra in the press, cut open: where stress runs, where bone yields first, and how its front or its plates go. */
export default function InsideSheet({ at, onClose }: SheetProps) {
  const { language } = usePanel();
  const t = useNamespace('inside');
  // what is on the stage when it is opened stays, whatever is computed behind it
  const [shown] = useState(useSession((state) => state.shown));
  const scenario = useSession((state) => state.scenario);
  const [level, setLevel] = useState<Level>(() =>
    (LEVELS as readonly string[]).includes(at ?? '') ? (at as Level) : findLevel(shown),
  );
  const [voxelMm, setVoxelMm] = useState(2);
  const pressed = shown?.scenario ?? scenario;
  const request = useMemo(() => ({ scenario: pressed, level, voxelMm }), [pressed, level, voxelMm]);
  return (
    <Sheet title={t('title', { level })} onClose={onClose} wide>
      <Look
        request={request}
        onVoxel={setVoxelMm}
        choice={
          <Choice
            label={t('level')}
            showLabel
            value={level}
            options={LEVELS.map((name) => [name, name] as const)}
            onChange={setLevel}
          />
        }
        t={t}
        language={language}
      />
    </Sheet>
  );
}

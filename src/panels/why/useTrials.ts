import { useEffect, useState } from 'react';
import type { Level } from '../../core/anatomy/levels.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { findBreakingTScore, findRescues, type Rescue } from '../../runtime/session/whatIf.ts';
import { usePanel, useSession } from '../context.ts';
import { getStep } from '../controls/quantity.ts';

export interface Trials {
  readonly rescues: readonly Rescue[];
  /** T-score at which the level would have broken; null where it never does, undefined while unknown. */
  readonly breakingTScore: number | null | undefined;
  readonly done: boolean;
}

const NONE: Trials = { rescues: [], breakingTScore: undefined, done: false };

/** Computes what would have prevented a fracture of a level, or what would have caused one. */
export function useTrials(level: Level, gaveWay: boolean, wanted: boolean): Trials {
  const { session } = usePanel();
  const scenario = useSession((state) => state.shown?.scenario);
  const [trials, setTrials] = useState(NONE);
  useEffect(() => {
    setTrials(NONE);
    if (!wanted || !scenario) return;
    let stale = false;
    const ask = createAsk(async (trial) => (stale ? null : session.tryOut(trial)));
    const look = async () => {
      if (gaveWay) {
        for await (const rescue of findRescues(scenario, level, ask, getStep)) {
          if (stale) return;
          setTrials((before) => ({ ...before, rescues: [...before.rescues, rescue] }));
        }
      } else {
        const breakingTScore = await findBreakingTScore(scenario, level, ask);
        if (!stale) setTrials((before) => ({ ...before, breakingTScore }));
      }
      if (!stale) setTrials((before) => ({ ...before, done: true }));
    };
    // a request that a newer one replaced ends here without a message
    look().catch(() => !stale && setTrials((before) => ({ ...before, done: true })));
    return () => {
      stale = true;
    };
  }, [session, scenario, level, gaveWay, wanted]);
  return trials;
}

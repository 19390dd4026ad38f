import { useEffect, useMemo, useState } from 'react';
import type { Results } from '../../core/simulation/results/results.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { leaveTreatmentsOut, listMoments, type Moment, type Untreated } from '../../runtime/session/years.ts';
import { usePanel } from '../context.ts';

export interface UntreatedYears {
  readonly without: Untreated['without'];
  readonly moments: readonly Moment[];
  /** Moment at the time of one of the treated years. */
  readonly getAt: (moment: Moment) => Moment;
}

/** The same years without treatment, computed beside the stage; null where nothing is treated, and until they are computed. */
export function useUntreated(scenario: Scenario): UntreatedYears | null {
  const { session } = usePanel();
  const untreated = useMemo(() => leaveTreatmentsOut(scenario), [scenario]);
  const [done, setDone] = useState<{ readonly of: Untreated; readonly results: Results } | null>(null);
  useEffect(() => {
    if (!untreated) return;
    let isLeft = false;
    session.tryOut(untreated.scenario, 'untreated').then(
      (run) => run && !isLeft && setDone({ of: untreated, results: run.results }),
      (error) => console.error(error),
    );
    return () => {
      isLeft = true;
      session.giveUp('untreated');
    };
  }, [session, untreated]);
  return useMemo(() => {
    if (!done || done.of !== untreated) return null;
    const moments = listMoments(untreated.scenario, done.results);
    const getAt = ({ index }: Moment) => moments[index < 0 ? 0 : untreated.indexAt[index]! + 1]!;
    return moments.length > 0 ? { without: untreated.without, moments, getAt } : null;
  }, [done, untreated]);
}

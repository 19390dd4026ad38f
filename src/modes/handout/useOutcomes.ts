import { useEffect, useState } from 'react';
import type { EventResult } from '../../core/simulation/results/results.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { usePanel } from '../../panels/context.ts';

/** Results of the events that were tried, computed beside the stage. */
export function useOutcomes(scenario: Scenario): readonly EventResult[] {
  const { session } = usePanel();
  const [outcomes, setOutcomes] = useState<readonly EventResult[]>([]);
  useEffect(() => {
    let stale = false;
    if (scenario.events.length > 0)
      session.tryOut(scenario).then(
        (run) => !stale && setOutcomes(run?.results.events ?? []),
        () => {},
      );
    return () => {
      stale = true;
    };
  }, [session, scenario]);
  return outcomes;
}

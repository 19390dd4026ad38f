import { useEffect, useMemo, useState } from 'react';
import type { Results } from '../../core/simulation/results/results.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import {
  type CutResult,
  cutOff,
  leaveTreatmentsOut,
  listCuts,
  listMoments,
  type Moment,
  type Untreated,
} from '../../runtime/session/years.ts';
import type { TrialLane } from '../../runtime/worker/simulator.ts';
import { usePanel } from '../context.ts';

interface Computed {
  readonly of: Scenario;
  readonly results: Results | null;
  readonly cuts: readonly CutResult[];
  /** Whether something of it could not be computed. */
  readonly isFailed: boolean;
}

/**
 * Computes beside the stage what the results of a scenario do not say: the results themselves where there are none, then the years within
 * long spans of time, one after the other.
 */
function useComputed(scenario: Scenario | null, known: Results | null, lane: TrialLane): Computed | null {
  const { session } = usePanel();
  const [computed, setComputed] = useState<Computed | null>(null);
  useEffect(() => {
    if (!scenario) return;
    let isLeft = false;
    const compute = async () => {
      const run = known ? null : await session.tryOut(scenario, lane);
      const results = known ?? run?.results;
      if (!results || isLeft) return;
      let cuts: readonly CutResult[] = [];
      setComputed({ of: scenario, results, cuts, isFailed: false });
      for (const cut of listCuts(scenario.events)) {
        const part = await session.tryOut(cutOff(scenario, cut.index, cut.cutMonths), lane);
        const result = part?.results.events.at(-1);
        if (!result || isLeft) return;
        cuts = [...cuts, { ...cut, result }];
        setComputed({ of: scenario, results, cuts, isFailed: false });
      }
    };
    compute().catch((error) => {
      console.error(error);
      if (isLeft) return;
      setComputed((before) => {
        const { results, cuts } = before?.of === scenario ? before : { results: known, cuts: [] };
        return { of: scenario, results, cuts, isFailed: true };
      });
    });
    return () => {
      isLeft = true;
      session.giveUp(lane);
    };
  }, [session, scenario, known, lane]);
  return computed?.of === scenario ? computed : null;
}

interface Moments {
  readonly moments: readonly Moment[];
  readonly isFailed: boolean;
}

/** All moments of a computed scenario. */
export function useMoments(scenario: Scenario, results: Results): Moments {
  const computed = useComputed(scenario, results, 'years');
  return useMemo(() => {
    const isOwn = computed?.results === results;
    const moments = listMoments(scenario, results, isOwn ? computed.cuts : []);
    return { moments, isFailed: isOwn && computed.isFailed };
  }, [scenario, results, computed]);
}

export interface UntreatedYears {
  readonly isFailed: boolean;
  readonly without: Untreated['without'];
  readonly moments: readonly Moment[];
  /** Moment at the time of one of the treated years; undefined while it is being computed. */
  readonly getAt: (moment: Moment) => Moment | undefined;
}

/** The same years without treatment; null where nothing is treated, and until they are computed. */
export function useUntreated(scenario: Scenario): UntreatedYears | null {
  const untreated = useMemo(() => leaveTreatmentsOut(scenario), [scenario]);
  const computed = useComputed(untreated?.scenario ?? null, null, 'untreated');
  return useMemo(() => {
    if (!untreated || !computed) return null;
    const { without } = untreated;
    const { isFailed } = computed;
    if (!computed.results)
      return isFailed ? { without, moments: [], getAt: () => undefined, isFailed } : null;
    const moments = listMoments(untreated.scenario, computed.results, computed.cuts);
    const getAt = ({ index, cutMonths }: Moment) => {
      const own = index < 0 ? -1 : untreated.indexAt[index]!;
      return moments.find((moment) => moment.index === own && moment.cutMonths === cutMonths);
    };
    return moments.length > 0 || isFailed ? { without, moments, getAt, isFailed } : null;
  }, [computed, untreated]);
}

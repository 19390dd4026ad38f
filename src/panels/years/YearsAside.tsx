import { lazy } from 'react';
import { useSession } from '../context.ts';
import { OnDemand } from '../sheets/OnDemand.tsx';

// loaded with the first span of time
const YearsTimeline = lazy(() => import('./YearsTimeline.tsx'));

/** Timeline of years below the stage, where time passes in the scenario. */
export function YearsAside() {
  const hasTime = useSession(({ scenario }) => scenario.events.some(({ type }) => type === 'time'));
  return hasTime ? (
    <OnDemand>
      <YearsTimeline />
    </OnDemand>
  ) : null;
}

import { useEffect, useState } from 'react';
import { levelIndex } from '../../core/anatomy/levels.ts';
import type { CementEvent } from '../../core/simulation/scenario.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { calcNeighbour, type Neighbour } from '../../runtime/session/neighbour.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { usePanel } from '../context.ts';
import { useNamespace } from '../useNamespace.ts';
import '../why/why.css';

/** Least change of a strength or a load that is mentioned, as a fraction. */
const LEAST_CHANGE = 0.02;

interface CementCardProps {
  readonly shown: Shown;
  readonly event: CementEvent;
}

/** What cement has done: to the bone, to the bone beside it, and what trials say of it. */
export default function CementCard({ shown, event }: CementCardProps) {
  const { language } = usePanel();
  const { t, number } = language;
  const say = useNamespace('cement');
  const neighbour = useNeighbour(shown);
  const rise = calcStrengthRise(shown, event);
  const tellRise = (change: number) =>
    say(Math.abs(change) < LEAST_CHANGE ? 'cement.little' : change > 0 ? 'cement.does' : 'cement.weaker', {
      ml: number(event.volumeMl, event.volumeMl % 1 ? 1 : 0),
      level: event.level,
      percent: number(100 * Math.abs(change)),
    });
  const tellNeighbour = ({ level, rise: change, ratio }: Neighbour) =>
    Math.abs(change) < LEAST_CHANGE
      ? say('cement.same', { level, percent: number(100 * ratio) })
      : say(change > 0 ? 'cement.more' : 'cement.less', { level, percent: number(100 * Math.abs(change)) });
  return (
    <section className="why" aria-label={t('cement.about')}>
      <h2>{t('cement.about')}</h2>
      {rise !== null && <p>{tellRise(rise)}</p>}
      {neighbour && <p>{tellNeighbour(neighbour)}</p>}
      <p>
        {say('cement.trials')} {say('cement.one')}
      </p>
    </section>
  );
}

/** Change of the filled body's strength by the cement, as a fraction; null where the results say nothing of it before. */
function calcStrengthRise({ run: { results } }: Shown, { level }: CementEvent): number | null {
  const before = results.events.at(-2) ?? results.start;
  const after = results.events.at(-1);
  if (!before || !after) return null;
  const of = ({ bone }: typeof before) => bone[levelIndex(level)]!.centralStrengthN;
  return of(after) / of(before) - 1;
}

/** Effect on the more loaded of the bones beside it; null until it is computed. */
function useNeighbour({ scenario }: Shown): Neighbour | null {
  const { session } = usePanel();
  const [found, setFound] = useState<{
    readonly of: Shown['scenario'];
    readonly is: Neighbour | null;
  } | null>(null);
  useEffect(() => {
    let isLeft = false;
    const ask = createAsk(async (trial) => (isLeft ? null : session.tryOut(trial, 'others')));
    calcNeighbour(scenario, ask).then(
      (is) => !isLeft && setFound({ of: scenario, is }),
      // a request that a newer one replaced
      () => {},
    );
    return () => {
      isLeft = true;
    };
  }, [session, scenario]);
  return found?.of === scenario ? found.is : null;
}

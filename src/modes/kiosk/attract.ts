import type { Scenario } from '../../core/simulation/scenario.ts';
import { createActivity } from '../../runtime/session/scenarioEditor.ts';
import type { Page } from '../stay.ts';

/** Time for which she stands and turns, and for which the broken spine is looked at, s. */
const STANDS_S = 12;
const HOLDS_S = 8;
const TICK_MS = 500;

/**
 * While nobody is there, a bone gives way from time to time: the lift of the fragile person, in slow motion, as a visitor would see it,
 * and then she stands anew; not where less motion is wanted. Returns a function that ends this.
 *
 * @param findPerson the person that stands there; null while a visitor uses it
 */
export function bindAttract({ session, settings }: Page, findPerson: () => Scenario | null): () => void {
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  let restedS = 0;
  const timer = setInterval(() => {
    const person = findPerson();
    const { scenario, computing } = session.store.getState();
    if (!person || lessMotion.matches || computing || session.clock.playing) {
      restedS = 0;
      return;
    }
    restedS += TICK_MS / 1000;
    const stands = scenario.events.length === 0;
    if (restedS < (stands ? STANDS_S : HOLDS_S)) return;
    restedS = 0;
    if (stands) session.replay({ ...person, events: [createActivity('lift')] });
    else session.open(person);
    settings.setState(({ viewAsked }) => ({ viewAsked: viewAsked + 1, rotating: !stands }));
  }, TICK_MS);
  return () => clearInterval(timer);
}

import { lazy, useState } from 'react';
import type { AnyTreatmentEvent, TreatmentEvent } from '../../core/simulation/events/treatments.ts';
import type { RestEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { listGoing } from '../../runtime/session/years.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';
import type { EventMoment, EventPanel } from './eventPanel.ts';

// loaded when it is opened
const Offered = lazy(() => import('./Offered.tsx'));

/** All that is started and stopped has one control, which the first of its types brings. */
const withoutControl = { Control: null, inVisit: false, describe, say };

export const drug = { ...withoutControl, Control: Treatments };
export const glucocorticoid = withoutControl;
export const nutrition = withoutControl;
export const training = withoutControl;
export const brace = withoutControl;
export const painRelief = withoutControl;
export const rest: EventPanel<RestEvent> = {
  Control: null,
  inVisit: false,
  describe: ({ days }, { t }) => t('event.rest', { days }),
  say: (_, __, { t }) => t('said.rested'),
};

/** What goes on, each stopped by a tap; and all that can be started, one tap away. */
function Treatments() {
  const { session, language } = usePanel();
  const { t } = language;
  const events = useSession((state) => state.scenario.events);
  const [isOpen, setOpen] = useState(false);
  const going = listGoing(events);
  const full = events.length >= EVENT_LIMIT;
  return (
    <section className="treatments" aria-label={t('treat.label')}>
      <Press
        className="act"
        aria-expanded={isOpen}
        aria-controls={isOpen ? 'treatments-offered' : undefined}
        onPress={() => setOpen(!isOpen)}
      >
        <span>
          {t('treat.label')} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </span>
      </Press>
      {going.map((event) => (
        <Press
          key={event.name}
          className="going"
          disabled={full}
          onPress={() => session.act({ ...event, action: 'stop' } as AnyTreatmentEvent)}
        >
          {t('treat.stop', { name: t(`treat.${event.name}`) })}
        </Press>
      ))}
      {isOpen && (
        <OnDemand onFail={() => setOpen(false)}>
          <Offered going={going} full={full} />
        </OnDemand>
      )}
    </section>
  );
}

function describe({ name, action }: TreatmentEvent, { t }: Language): string {
  return t(action === 'start' ? 'event.started' : 'event.stopped', { name: t(`treat.${name}`) });
}

/** Nothing is seen at once; what stopping does to people is said where it is dangerous. */
function say({ type, name, action }: TreatmentEvent, _: EventMoment, { t }: Language): string {
  if (action === 'start') return t(type === 'pain-relief' ? 'said.painRelief' : 'said.started');
  if (name === 'denosumab') return t('said.stoppedDenosumab');
  return t(type === 'glucocorticoid' ? 'said.stoppedSteroid' : 'said.stopped');
}

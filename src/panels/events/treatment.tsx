import { useState } from 'react';
import {
  type AnyTreatmentEvent,
  TREATMENT_TYPES,
  TREATMENTS,
  type TreatmentEvent,
} from '../../core/simulation/events/treatment.ts';
import type { RestEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { usePanel, useSession } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import type { EventMoment, EventPanel } from './eventPanel.ts';

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

/** Days in bed that the control offers; a link may ask for others. */
const DAYS = 7;

type Offered = Pick<TreatmentEvent, 'type' | 'name'>;

const OFFERED: readonly Offered[] = TREATMENT_TYPES.flatMap((type) =>
  TREATMENTS[type].map((name) => ({ type, name })),
);

/** What can be started and stopped, and days in bed. */
function Treatments() {
  const { session, language } = usePanel();
  const { t } = language;
  const full = useSession((state) => state.scenario.events.length >= EVENT_LIMIT);
  const [chosen, setChosen] = useState<Offered['name'] | 'bed'>(OFFERED[0]!.name);
  const offered = OFFERED.find(({ name }) => name === chosen);
  const act = (action: TreatmentEvent['action']) =>
    session.act(offered ? ({ ...offered, action } as AnyTreatmentEvent) : { type: 'rest', days: DAYS });
  return (
    <section className="treatments">
      <Choice
        label={t('treat.label')}
        showLabel
        value={chosen}
        options={[...OFFERED.map(({ name }) => name), 'bed' as const].map((name) => [
          name,
          t(`treat.${name}`),
        ])}
        onChange={setChosen}
      />
      <Press className="act" disabled={full} onPress={() => act('start')}>
        {t('treat.start')}
      </Press>
      <Press className="act" disabled={full || !offered} onPress={() => act('stop')}>
        {t('treat.stop')}
      </Press>
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

import {
  type AnyTreatmentEvent,
  TREATMENTS,
  type TreatmentEvent,
  type TreatmentType,
} from '../../core/simulation/events/treatments.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';

/** Days in bed that the control offers; a link may ask for others. */
const DAYS = 7;

const GROUPS = {
  medicine: ['drug'],
  training: ['training'],
  brace: ['brace'],
  other: ['nutrition', 'pain-relief', 'glucocorticoid'],
} as const satisfies Readonly<Record<string, readonly TreatmentType[]>>;
type Group = keyof typeof GROUPS;

const offer = (group: Group) =>
  GROUPS[group].flatMap((type) => TREATMENTS[type].map((name) => ({ type, name })));

interface OfferedProps {
  readonly going: readonly TreatmentEvent[];
  readonly full: boolean;
}

/** All that can be started, in groups: a tap starts it, another stops it. Days in bed are over when they are. */
export default function Offered({ going, full }: OfferedProps) {
  const { session, language } = usePanel();
  const { t } = language;
  return (
    <div id="treatments-offered">
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
        <div key={group} role="group" className="act-group" aria-labelledby={`treatments-${group}`}>
          <h2 id={`treatments-${group}`}>{t(`treat.group.${group}`)}</h2>
          <div className="treat-grid">
            {offer(group).map(({ type, name }) => {
              const isGoing = going.some((one) => one.type === type && one.name === name);
              const action = isGoing ? 'stop' : 'start';
              return (
                <Press
                  key={name}
                  disabled={full}
                  aria-pressed={isGoing}
                  onPress={() => session.act({ type, name, action } as AnyTreatmentEvent)}
                >
                  {t(`treat.${name}`)}
                </Press>
              );
            })}
            {group === 'other' && (
              <Press disabled={full} onPress={() => session.act({ type: 'rest', days: DAYS })}>
                {t('treat.bed')}
              </Press>
            )}
          </div>
        </div>
      ))}
    </div>
  );
}

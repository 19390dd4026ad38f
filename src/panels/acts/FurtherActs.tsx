import { useEffect, useRef, useState } from 'react';
import type { ActName } from '../../core/activity/actTable.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { listParameters } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { FURTHER_FIGURES } from '../findings/furtherFigures.ts';
import ActDetail, { type ActDetailProps } from './ActDetail.tsx';
import type { FurtherAct } from './actGroups.ts';
import { ActIcon } from './actIcons.tsx';

const GROUPS = {
  resting: ['lie-supine', 'lie-side', 'sit-upright', 'sit-slouched', 'sit-reclined'],
  everyday: ['walk', 'climb-stairs', 'rise-from-chair', 'reach-overhead', 'open-window', 'make-bed', 'twist'],
  lifting: ['hold', 'carry'],
  breath: ['sneeze', 'strain'],
  accidents: ['sit-down-hard', 'stumble', 'fall-seated'],
} as const satisfies Readonly<Record<string, readonly FurtherAct[]>>;
type Group = keyof typeof GROUPS;

export interface FurtherActsProps extends Pick<ActDetailProps, 'settings' | 'onChange'> {
  readonly onPerform: (name: ActName) => void;
}

/** All other acts as pictograms. A tap performs one, and opens its parameters. */
export default function FurtherActs({ settings, onChange, onPerform }: FurtherActsProps) {
  const { t } = usePanel().language;
  const full = useSession((state) => state.scenario.events.length >= EVENT_LIMIT);
  const [chosen, setChosen] = useState<FurtherAct | null>(null);
  const detail = useRef<HTMLDivElement>(null);
  // scrolls the act's parameters into view
  useEffect(() => {
    if (chosen) detail.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (Object.keys(GROUPS) as Group[]).map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics
    <div key={group} role="group" className="act-group" aria-labelledby={`acts-${group}`}>
      <h2 id={`acts-${group}`}>{t(`group.${group}`)}</h2>
      <div className="act-grid">
        {GROUPS[group].map((name) => (
          <Press
            key={name}
            className="act"
            disabled={full}
            aria-current={chosen === name || undefined}
            onPress={() => {
              setChosen(name);
              onPerform(name);
            }}
          >
            <ActIcon figure={FURTHER_FIGURES[name]} />
            {t(`act.${name}`)}
          </Press>
        ))}
      </div>
      {chosen && (GROUPS[group] as readonly FurtherAct[]).includes(chosen) && (
        <div ref={detail} className="act-detail">
          {listParameters(chosen).length > 0 && (
            <ActDetail name={chosen} settings={settings} onChange={onChange} />
          )}
          <Press disabled={full} onPress={() => onPerform(chosen)}>
            {t('act.again')}
          </Press>
        </div>
      )}
    </div>
  ));
}

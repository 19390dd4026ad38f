import { lazy, useState } from 'react';
import type { ActName } from '../../core/activity/actTable.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { type ActValue, createActivity, listParameters } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { bringIntoView } from '../controls/bringIntoView.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';
import { type ActSettings, FIRST_ACTS, type FirstAct } from './actGroups.ts';
import { ActIcon, FIRST_FIGURES } from './actIcons.tsx';

// loaded when it is opened
const ActDetail = lazy(() => import('./ActDetail.tsx'));
const FurtherActs = lazy(() => import('./FurtherActs.tsx'));

const SETTABLE = FIRST_ACTS.filter((name) => listParameters(name).length > 0);

/** Everyday acts: four at once, the others one tap away, and their parameters. */
export function Acts() {
  const { session, language } = usePanel();
  const { t } = language;
  const full = useSession((state) => state.scenario.events.length >= EVENT_LIMIT);
  const [settings, setSettings] = useState<ActSettings>({});
  const [open, setOpen] = useState<'detail' | 'further' | null>(null);
  const [chosen, setChosen] = useState<FirstAct>('bend');
  const toggle = (part: 'detail' | 'further') => setOpen(open === part ? null : part);
  const perform = (name: ActName) => session.act(createActivity(name, settings[name]));
  const set = (name: ActName, key: string, value: ActValue) =>
    setSettings((before) => ({ ...before, [name]: { ...before[name], [key]: value } }));
  return (
    <section className="acts" aria-label={t('act.group')}>
      <div className="act-row">
        {FIRST_ACTS.map((name) => (
          <Press
            key={name}
            className="act"
            disabled={full}
            onPress={() => {
              if (SETTABLE.includes(name)) setChosen(name);
              perform(name);
            }}
          >
            <ActIcon figure={FIRST_FIGURES[name]} />
            {t(`act.${name}`)}
          </Press>
        ))}
      </div>
      <div className="act-more">
        {(['further', 'detail'] as const).map((part) => (
          <Press
            key={part}
            className="quiet"
            aria-expanded={open === part}
            aria-controls={open === part ? `acts-${part}` : undefined}
            onPress={() => toggle(part)}
          >
            {t(part === 'further' ? 'act.more' : 'act.detail')}{' '}
            <span aria-hidden="true">{open === part ? '▴' : '▾'}</span>
          </Press>
        ))}
      </div>
      <OnDemand key={open} onFail={() => setOpen(null)}>
        {open === 'detail' && (
          <div id="acts-detail" className="act-detail" ref={bringIntoView}>
            <Choice
              showLabel
              label={t('act.which')}
              value={chosen}
              options={SETTABLE.map((name) => [name, t(`act.${name}`)] as const)}
              onChange={setChosen}
            />
            <ActDetail name={chosen} settings={settings} onChange={set} />
          </div>
        )}
        {open === 'further' && (
          <div id="acts-further" ref={bringIntoView}>
            <FurtherActs settings={settings} onChange={set} onPerform={perform} />
          </div>
        )}
      </OnDemand>
    </section>
  );
}

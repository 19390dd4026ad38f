import { useState } from 'react';
import { LEVEL_COUNT, LEVELS, type Level } from '../../core/anatomy/levels.ts';
import type { CementEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import { EVENT_LIMIT } from '../../runtime/session/eventLimit.ts';
import { getLastLoads } from '../../runtime/session/runReads.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { usePanel, useSession } from '../context.ts';
import { Choice, Press } from '../controls/Control.tsx';
import { Term } from '../glossary/Term.tsx';
import type { EventMoment, EventPanel } from './eventPanel.ts';

export const cement: EventPanel<CementEvent> = { Control: Cement, inVisit: true, describe, say };

const VOLUMES_ML = [2, 4, 6, 8] as const;
const METHODS = ['vertebroplasty', 'kyphoplasty'] as const;
type Method = (typeof METHODS)[number];

interface Worst {
  readonly level: Level;
  /** What it is the worst by: the height that it has lost, or its load against its strength. */
  readonly by: 'worst' | 'nearest';
}

/** Level to treat by default: the worst fractured one, else the one nearest to its strength, standing where no act was done. */
function findWorst({ run, peaks }: Shown): Worst {
  const { levels } = run.results.findings;
  const treatable = levels.filter((row) => row.cementMl === 0);
  const loss = (row: (typeof levels)[number]) =>
    Math.max(row.anteriorHeightLossPercent, row.middleHeightLossPercent, row.posteriorHeightLossPercent);
  const broken = treatable.filter((row) => row.genantGrade > 0).sort((a, b) => loss(b) - loss(a))[0];
  if (broken) return { level: broken.level, by: 'worst' };
  const standing = peaks.loadOverStrength.subarray(-LEVEL_COUNT);
  const loaded =
    getLastLoads(run.results) ?? LEVELS.map((level, n) => ({ level, loadOverStrength: standing[n]! }));
  const candidates = loaded.filter((row) => treatable.some(({ level }) => level === row.level));
  const [nearest] = [...candidates].sort((a, b) => b.loadOverStrength - a.loadOverStrength);
  return { level: nearest?.level ?? 'T12', by: 'nearest' };
}

/** Control for bone cement into one vertebra, alone or after a balloon. */
export function Cement() {
  const { session, language } = usePanel();
  const { t, number } = language;
  const shown = useSession((state) => state.shown);
  const full = useSession((state) => state.scenario.events.length >= EVENT_LIMIT);
  const [chosen, setChosen] = useState<Level | 'worst'>('worst');
  const [volumeMl, setVolumeMl] = useState('4');
  const [method, setMethod] = useState<Method>('vertebroplasty');
  const worst: Worst = shown ? findWorst(shown) : { level: 'T12', by: 'nearest' };
  return (
    <section className="cement">
      <Press
        className="act"
        disabled={full || !shown}
        onPress={() => {
          const level = chosen === 'worst' ? worst.level : chosen;
          session.act({ type: 'cement', level, volumeMl: Number(volumeMl), method });
          setChosen('worst');
        }}
      >
        {t('cement.act')}
      </Press>
      <Choice
        label={t('cement.level')}
        value={chosen}
        options={[
          ['worst', t(`cement.${worst.by}`, { level: worst.level })],
          ...LEVELS.map((level) => [level, level] as const),
        ]}
        onChange={setChosen}
      />
      <Choice
        label={t('cement.amount')}
        value={volumeMl}
        options={VOLUMES_ML.map((ml) => [String(ml), t('cement.volume', { ml: number(ml) })] as const)}
        onChange={setVolumeMl}
      />
      <Choice
        label={t('cement.method')}
        value={method}
        options={METHODS.map((name) => [name, t(`cement.${name}`)] as const)}
        onChange={setMethod}
      />
      <Term name={method === 'kyphoplasty' ? 'balloon' : 'cement'}>{t('cement.about')}</Term>
    </section>
  );
}

const tellAmount = ({ level, volumeMl }: CementEvent, { number }: Language) => ({
  level,
  ml: number(volumeMl, volumeMl % 1 ? 1 : 0),
});

function describe(event: CementEvent, language: Language): string {
  const key = event.method === 'kyphoplasty' ? 'event.balloon' : 'event.cement';
  return language.t(key, tellAmount(event, language));
}

function say(event: CementEvent, _: EventMoment, language: Language): string {
  const key = event.method === 'kyphoplasty' ? 'said.ballooned' : 'said.cemented';
  return language.t(key, tellAmount(event, language));
}

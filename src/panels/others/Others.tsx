import { useEffect, useRef } from 'react';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { type Fate, groupByFate, OTHER_COUNT } from '../../runtime/session/others.ts';
import { withSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useTexts } from '../sheets/texts.ts';
import { sayFates } from './sayFates.ts';
import { useOthers } from './useOthers.ts';
import './others.css';

interface OthersProps {
  readonly scenario: Scenario;
  readonly onCancel: () => void;
}

/** Which of twenty people with the same figures break a bone, and where. */
export default function Others({ scenario, onCancel }: OthersProps) {
  const { language } = usePanel();
  const t = useTexts();
  const { others, hasFailed } = useOthers(scenario);
  const { sex } = scenario.patient;
  const isDone = others.length === OTHER_COUNT;
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what has come needs more room
  useEffect(() => {
    section.current?.scrollIntoView({ block: 'nearest' });
  }, [isDone]);
  const fates = groupByFate(others);
  return (
    <section
      className="others"
      ref={section}
      aria-label={language.t('others.ask', { sex })}
      aria-busy={!isDone}
    >
      <p className="others-said" aria-live="polite">
        {isDone && sayFates(fates, sex, t, language)}
        {hasFailed && language.t('problem.computation')}
      </p>
      {!isDone && !hasFailed && <Progress done={others.length} onCancel={onCancel} />}
      {isDone && (
        <>
          <Fates fates={fates} scenario={scenario} />
          <p className="others-note">
            {t('others.pick', { sex })} {t('others.note')}
          </p>
        </>
      )}
    </section>
  );
}

function Progress({ done, onCancel }: { done: number; onCancel: () => void }) {
  const { t: base, number } = usePanel().language;
  const t = useTexts();
  const said = t('others.busy', { n: number(done), all: number(OTHER_COUNT) });
  return (
    <div className="others-progress">
      <progress value={done / OTHER_COUNT} aria-label={said} />
      <span aria-hidden="true">{said}</span>
      <Press className="quiet" onPress={onCancel}>
        {base('said.cancel')}
      </Press>
    </div>
  );
}

/** A row per level; each mark is one person, and a press makes her the patient. */
function Fates({ fates, scenario }: { fates: readonly Fate[]; scenario: Scenario }) {
  const { session, language } = usePanel();
  const t = useTexts();
  const own = useSession((state) => state.scenario.patient.strengthScatterSeed);
  return (
    <table>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('others.first')}</th>
          <th scope="col">{t('others.count')}</th>
          <th scope="col">{t('others.who')}</th>
        </tr>
      </thead>
      <tbody>
        {fates.map(({ firstBroken: level, seeds }) => (
          <tr key={level} data-fate={level ?? 'held'}>
            <th scope="row">{level ?? t('others.held')}</th>
            <td className="others-count">{language.number(seeds.length)}</td>
            <td className="others-marks">
              {seeds.map((seed) => (
                <Press
                  key={seed}
                  aria-label={t(level ? 'others.broke' : 'others.whole', {
                    seed: String(seed),
                    ...(level && { level }),
                  })}
                  aria-pressed={seed === own}
                  onPress={() => session.replay(withSeed(scenario, seed))}
                >
                  <span>{seed}</span>
                </Press>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

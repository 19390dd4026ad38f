import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { describeEvent, describeOutcome } from '../words.ts';

export function HistoryButtons() {
  const { session, language } = usePanel();
  const { t } = language;
  const canUndo = useSession((state) => state.past.length > 0);
  const canRedo = useSession((state) => state.future.length > 0);
  return (
    <div className="history-buttons">
      <Press disabled={!canUndo} onPress={session.undo}>
        {t('history.undo')}
      </Press>
      <Press disabled={!canRedo} onPress={session.redo}>
        {t('history.redo')}
      </Press>
      <Press onPress={session.reset}>{t('history.reset')}</Press>
    </div>
  );
}

/** List of the events in order, and what broke in each; a tap plays one again. */
export function Timeline() {
  const { session, language } = usePanel();
  const { t } = language;
  const events = useSession((state) => state.scenario.events);
  const results = useSession((state) => state.results?.events);
  const watched = useSession((state) => state.watched) ?? events.length - 1;
  const imperial = useSettings((state) => state.units === 'imperial');
  if (events.length === 0) return null;
  return (
    <section className="timeline">
      <h2>{t('history.title')}</h2>
      <ol>
        {events.map((event, index) => {
          const outcome = describeOutcome(results?.[index]?.fractures ?? [], language);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place in the list
            <li key={index} aria-current={index === watched ? 'step' : undefined}>
              <Press className="quiet" title={t('history.replay')} onPress={() => session.watch(index)}>
                <span>
                  {describeEvent(event satisfies ScenarioEvent, language, imperial)}
                  {outcome && <strong> — {outcome}</strong>}
                </span>
              </Press>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

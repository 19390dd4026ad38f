import type { EventResult } from '../../core/simulation/results/results.ts';
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

/** One line of the list: an event, or a span of time that has passed in several without a break. */
interface Line {
  readonly first: number;
  readonly last: number;
  readonly event: ScenarioEvent;
}

/** The lines of the list. */
export function listLines(
  events: readonly ScenarioEvent[],
  results: readonly Pick<EventResult, 'fractures'>[] = [],
): Line[] {
  const lines: Line[] = [];
  const isQuiet = (index: number) => (results[index]?.fractures ?? []).length === 0;
  events.forEach((event, index) => {
    const before = lines.at(-1);
    if (event.type === 'time' && before?.event.type === 'time' && isQuiet(index) && isQuiet(before.last))
      lines[lines.length - 1] = {
        first: before.first,
        last: index,
        event: { ...event, months: before.event.months + event.months },
      };
    else lines.push({ first: index, last: index, event });
  });
  return lines;
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
        {listLines(events, results).map(({ first, last, event }) => {
          const outcome = describeOutcome(results?.[last]?.fractures ?? [], language);
          const isWatched = first <= watched && watched <= last;
          return (
            <li key={first} value={first + 1} aria-current={isWatched ? 'step' : undefined}>
              <Press className="quiet" title={t('history.replay')} onPress={() => session.watch(last)}>
                <span>
                  {describeEvent(event, language, imperial)}
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

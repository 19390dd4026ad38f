import { usePanel, usePlayhead, useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { findTelling } from '../why/telling.ts';
import { describeMoment } from '../words.ts';

/** Progress from which a cancel button is shown; most computations are over before. */
const LONG_FROM = 0.02;

/**
 * What happened, in words; also the live region for screen readers.
 *
 * @param invites whether it says how to begin where nothing has been done yet
 * @param asks whether it offers to explain the vertebra that the act is about
 */
export function Said({ invites = false, asks = true }: { invites?: boolean; asks?: boolean }) {
  const { session, language } = usePanel();
  const shown = useSession((state) => state.shown);
  const timeS = usePlayhead((state) => state.timeS);
  const phase = usePlayhead((state) => state.phase);
  const computing = phase === 'computing' || !shown;
  const isFresh = !computing && shown.scenario.events.length === 0;
  return (
    <div className="said">
      <p role="status">
        {computing ? language.t('said.computing') : describeMoment(shown, timeS, phase === 'ready', language)}
      </p>
      {invites && isFresh && <p className="said-start">{language.t('said.start')}</p>}
      {computing ? <Progress onCancel={session.cancel} /> : asks && <AskWhy />}
    </div>
  );
}

function Progress({ onCancel }: { onCancel: () => void }) {
  const { t } = usePanel().language;
  const progress = useSession((state) => state.progress);
  const canCancel = useSession((state) => state.computing && state.shown !== null);
  if (progress < LONG_FROM || progress === 1) return null;
  return (
    <div className="said-progress">
      <progress value={progress} aria-label={t('said.computing')} />
      {canCancel && (
        <Press className="quiet" onPress={onCancel}>
          {t('said.cancel')}
        </Press>
      )}
    </div>
  );
}

/** Button that explains the vertebra that the act is about. */
function AskWhy() {
  const { settings, language } = usePanel();
  const level = useSession((state) => state.shown && findTelling(state.shown));
  const selected = useSettings((state) => state.selected);
  if (!level || selected) return null;
  return (
    <Press className="quiet said-why" onPress={() => settings.setState({ selected: level })}>
      {language.t('why.ask', { level })}
    </Press>
  );
}

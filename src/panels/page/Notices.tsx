import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';

/** What went wrong or needs saying, beside the controls and never over them. */
export function Notices() {
  const { session, language } = usePanel();
  const { t, isKey } = language;
  const problems = useSession((state) => state.problems);
  const foreignModel = useSession((state) => state.foreignModel);
  return (
    <div className="notices">
      {problems.length > 0 && (
        <div className="notice notice-error" role="alert">
          <h2>{t('notice.broken')}</h2>
          <ul>
            {problems.map((problem) => (
              // the schema and the engine speak English alone
              <li key={problem} {...(!isKey(problem) && { lang: 'en', dir: 'ltr' })}>
                {isKey(problem) ? t(problem) : problem}
              </li>
            ))}
          </ul>
          <Press onPress={session.reset}>{t('notice.default')}</Press>
        </div>
      )}
      {foreignModel && (
        <div className="notice" role="note">
          <p>{t('notice.model', { theirs: foreignModel, ours: MODEL_VERSION })}</p>
          <Press onPress={session.dismiss}>{t('notice.dismiss')}</Press>
        </div>
      )}
    </div>
  );
}

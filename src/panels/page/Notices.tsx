import { Suspense } from 'react';
import { MODEL_VERSION } from '../../core/simulation/modelVersion.ts';
import type { Key } from '../../i18n/keys.ts';
import { sayTrouble } from '../../i18n/say.ts';
import type { PageTrouble, Trouble } from '../../runtime/session/trouble.ts';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useNamespace } from '../useNamespace.ts';
import { LostPart } from './LostPart.tsx';

/** Problems and notices, beside the controls and never over them. */
export function Notices() {
  const { session, language } = usePanel();
  const { t } = language;
  const broken = useSession((state) => state.problems.length > 0);
  const isLost = useSettings((state) => state.isPartLost);
  const foreignModel = useSession((state) => state.foreignModel);
  return (
    <div className="notices">
      {broken && (
        <div className="notice notice-error" role="alert">
          <h2>{t('notice.broken')}</h2>
          <Troubles />
          <Press onPress={session.reset}>{t('notice.default')}</Press>
        </div>
      )}
      {isLost && <LostPart />}
      {foreignModel && (
        <div className="notice" role="note">
          <p>{t('notice.model', { theirs: foreignModel, ours: MODEL_VERSION })}</p>
          <Press onPress={session.dismiss}>{t('notice.dismiss')}</Press>
        </div>
      )}
    </div>
  );
}

/** Texts of the page itself, available even where no more of it can be loaded. */
const OWN_WORDS = {
  link: 'problem.link',
  computation: 'problem.computation',
} as const satisfies Record<PageTrouble['code'], Key>;

const isOwn = (trouble: Trouble): trouble is PageTrouble => Object.hasOwn(OWN_WORDS, trouble.code);

/** List of problems, a sentence each. */
function Troubles() {
  const { t } = usePanel().language;
  const problems = useSession((state) => state.problems);
  return (
    <ul>
      {problems.map((trouble) => (
        <li key={JSON.stringify(trouble)}>
          {isOwn(trouble) ? (
            t(OWN_WORDS[trouble.code])
          ) : (
            <Suspense>
              <Told trouble={trouble} />
            </Suspense>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Problem with a scenario or a file; its texts are loaded when there is one. */
function Told({ trouble }: { trouble: Exclude<Trouble, PageTrouble> }) {
  return sayTrouble(trouble, usePanel().language, useNamespace('problems'));
}

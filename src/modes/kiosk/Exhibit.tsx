import { useEffect, useRef } from 'react';
import { FIRST_ACTS } from '../../panels/acts/actGroups.ts';
import { ActIcon, FIRST_FIGURES } from '../../panels/acts/actIcons.tsx';
import { usePanel, useSession } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { BoneChoice } from './BoneChoice.tsx';
import { Cover } from './Cover.tsx';
import { findInvite } from './invite.ts';
import { Languages } from './Languages.tsx';
import { useBone, useIdle, useKiosk, useKioskState, useKioskTexts } from './useKiosk.ts';
import { Warning } from './Warning.tsx';
import { Words } from './Words.tsx';

/** Screen for visitors: a poster first, then text, bones and acts; the languages always. */
export function Exhibit() {
  const kiosk = useKiosk();
  const { language } = usePanel();
  const t = useKioskTexts();
  const { boneTScores } = useKioskState();
  const isFresh = useIdle().phase === 'fresh';
  const bone = useBone();
  const shown = useSession((state) => state.shown);
  const isBusy = useSession((state) => state.computing);
  const invited = shown && !isBusy ? findInvite(shown, bone).what : null;
  const controls = useRef<HTMLDivElement>(null);
  const wasFresh = useRef(isFresh);
  // a visitor who uses the keyboard can continue with it
  useEffect(() => {
    if (wasFresh.current && !isFresh)
      controls.current?.querySelector<HTMLElement>('[data-act="lift"]')?.focus({ preventScroll: true });
    wasFresh.current = isFresh;
  }, [isFresh]);
  return (
    <>
      <aside className="panel kiosk" aria-label={t('controls')}>
        <div className="kiosk-controls" ref={controls} inert={isFresh || !boneTScores}>
          <Words />
          <BoneChoice />
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and semantics */}
          <div className="kiosk-acts" role="group" aria-label={language.t('act.group')}>
            {FIRST_ACTS.map((name) => (
              <Press
                key={name}
                className="act"
                data-act={name}
                data-invited={invited === name || undefined}
                onPress={() => kiosk.perform(name)}
              >
                <ActIcon figure={FIRST_FIGURES[name]} />
                {language.t(`act.${name}`)}
              </Press>
            ))}
          </div>
        </div>
        <Languages />
        <footer>{language.t('footer')}</footer>
      </aside>
      <Cover isFresh={isFresh} />
      <Warning />
    </>
  );
}

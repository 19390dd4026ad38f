import { usePanel, usePlayhead, useSession, useSettings } from '../../panels/context.ts';
import { Press } from '../../panels/controls/Control.tsx';
import { Notices } from '../../panels/page/Notices.tsx';
import { BoneIcon, NeedleIcon } from './icons.tsx';
import { findInvite } from './invite.ts';
import { tell } from './tell.ts';
import { useFit } from './useFit.ts';
import { useBone, useKiosk, useKioskState, useKioskTexts } from './useKiosk.ts';

/** What happened and why, and one large button for what comes next. */
export function Words() {
  const kiosk = useKiosk();
  const { language } = usePanel();
  const { boneTScores, neighbour } = useKioskState();
  const t = useKioskTexts();
  const bone = useBone();
  const shown = useSession((state) => state.shown);
  const hasActed = useSession((state) => state.scenario.events.length > 0);
  const imperial = useSettings((state) => state.units === 'imperial');
  const timeS = usePlayhead((state) => state.timeS);
  const phase = usePlayhead((state) => state.phase);
  const isComputing = phase === 'computing' || !shown || !boneTScores;
  const atEnd = phase === 'ready';
  const said = isComputing
    ? [language.t('said.computing')]
    : tell(shown, { timeS, atEnd }, bone, neighbour, { language, t, imperial });
  const room = useFit(said.join(' '));
  const invite = shown && atEnd ? findInvite(shown, bone) : null;
  return (
    <div className="kiosk-words" ref={room}>
      <div role="status" className="kiosk-said">
        {said.map((sentence) => (
          // a figure and its sign stay on one line
          <p key={sentence}>{sentence.replaceAll(' %', '\u00a0%')}</p>
        ))}
      </div>
      <Notices />
      <div className="kiosk-next">
        {invite?.what === 'cement' && (
          <Press className="main" onPress={kiosk.fill}>
            <NeedleIcon />
            {language.t('cement.act')}
          </Press>
        )}
        {(invite?.what === 'fragile' || invite?.what === 'strong') && (
          <Press className="main" onPress={() => kiosk.setBone(invite.what as 'fragile' | 'strong', true)}>
            <BoneIcon bone={invite.what} />
            {t(`invite.${invite.what}`)}
          </Press>
        )}
        {hasActed && (
          <Press className="kiosk-restart" onPress={kiosk.restart}>
            <span aria-hidden="true">↺</span> {t('restart')}
          </Press>
        )}
      </div>
    </div>
  );
}

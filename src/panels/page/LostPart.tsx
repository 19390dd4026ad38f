import { loadAgain } from '../../runtime/address/loadAgain.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';

/** Message that a part of the page could not be loaded, with a button that reloads the page and its content. */
export function LostPart() {
  const { session, settings, language } = usePanel();
  return (
    <div className="notice notice-error" role="alert">
      <p>{language.t('lost.text')}</p>
      <Press onPress={() => void loadAgain(session, settings)}>{language.t('lost.again')}</Press>
    </div>
  );
}

import type { RefObject } from 'react';
import { Dialog, Heading, I18nProvider, Popover } from 'react-aria-components';
import type { TermName } from '../../i18n/keys.ts';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Sheet } from '../sheets/Sheet.tsx';
import { useSheets } from '../sheets/sheets.ts';
import { useTexts } from '../sheets/texts.ts';
import { TermText } from './TermText.tsx';
import { useTerm } from './useGlossary.ts';

/** Media query under which a popover would cover what it explains, as in modes/explore.css. */
const PHONE = '(max-width: 40rem)';

interface ExplanationProps {
  readonly name: TermName;
  readonly trigger: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Explanation of a term: beside the word, on a phone as a sheet. */
export default function Explanation({ name, trigger, onClose }: ExplanationProps) {
  const { lang } = usePanel().language;
  const t = useTexts();
  const explanation = useTerm(name);
  const { open } = useSheets();
  const all = (
    <Press
      className="quiet"
      onPress={() => {
        onClose();
        open('glossary', name, trigger.current);
      }}
    >
      {t('glossary.all')}
    </Press>
  );
  if (matchMedia(PHONE).matches)
    return (
      <Sheet title={explanation.name} onClose={onClose} foot={all}>
        <TermText {...explanation} />
      </Sheet>
    );
  return (
    <I18nProvider locale={lang}>
      <Popover
        className="bubble"
        triggerRef={trigger}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Dialog className="bubble-dialog">
          <header className="sheet-head">
            <Heading slot="title">{explanation.name}</Heading>
            <Press className="quiet" aria-label={t('close')} onPress={onClose}>
              <span aria-hidden="true">✕</span>
            </Press>
          </header>
          <TermText {...explanation} />
          {all}
        </Dialog>
      </Popover>
    </I18nProvider>
  );
}

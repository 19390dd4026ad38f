import type { ReactNode } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { useTexts } from './texts.ts';
import './sheets.css';

export interface FrameProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Part that stays visible at the foot while the rest scrolls. */
  readonly foot?: ReactNode;
  readonly children: ReactNode;
  /** Whether it is wide, for a table. */
  readonly wide?: boolean;
}

/** Frame of every sheet: a card over the page, on a phone the whole page. Escape and a tap beside it close it. */
export function Sheet({ title, onClose, foot, children, wide = false }: FrameProps) {
  const { lang } = usePanel().language;
  const t = useTexts();
  return (
    <I18nProvider locale={lang}>
      <ModalOverlay
        isOpen
        isDismissable
        className="sheet-ground"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Modal className="sheet" data-wide={wide || undefined}>
          <Dialog className="sheet-dialog">
            <header className="sheet-head">
              <Heading slot="title">{title}</Heading>
              <Press className="quiet" aria-label={t('close')} onPress={onClose}>
                <span aria-hidden="true">✕</span>
              </Press>
            </header>
            <div className="sheet-body">{children}</div>
            {foot && <footer className="sheet-foot">{foot}</footer>}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

import { useState } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import { usePanel, useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { describePatient } from '../patientWords.ts';
import type { SheetProps } from '../sheets/sheets.ts';
import { useTexts } from '../sheets/texts.ts';
import { Ordering } from './Ordering.tsx';
import { OwnFilm } from './OwnFilm.tsx';
import { Room } from './Room.tsx';
import { useRoomTexts } from './texts.ts';
import { useRoom } from './useRoom.ts';
import '../sheets/sheets.css';
import './images.css';

const TABS = ['take', 'which', 'own'] as const;
type Tab = (typeof TABS)[number];

/** The reading room: images of the person on the stage, which one to order when, and a film of one's own. */
export default function ImagesSheet({ at, onClose }: SheetProps) {
  const { language } = usePanel();
  const t = useRoomTexts();
  const [tab, setTab] = useState<Tab>(TABS.find((one) => one === at) ?? 'take');
  const scenario = useSession((state) => state.shown?.scenario ?? state.scenario);
  const imperial = useSettings((state) => state.units === 'imperial');
  const room = useRoom(scenario);
  // sources have theirs: fetched now, so that the first to appear does not blank the room
  useTexts();
  return (
    <I18nProvider locale={language.lang}>
      <ModalOverlay
        isOpen
        className="sheet-ground room-ground"
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Modal className="room">
          <Dialog className="room-dialog">
            <header className="room-head">
              <Heading slot="title">{t('title')}</Heading>
              <p>{describePatient(scenario.patient, language, imperial)}</p>
              <nav aria-label={t('tabs')}>
                {TABS.map((one) => (
                  <Press key={one} className="quiet" aria-pressed={tab === one} onPress={() => setTab(one)}>
                    {t(`tab.${one}`)}
                  </Press>
                ))}
              </nav>
              <Press className="quiet room-close" aria-label={t('close')} onPress={onClose}>
                <span aria-hidden="true">✕</span>
              </Press>
            </header>
            {tab === 'take' && <Room room={room} scenario={scenario} />}
            {tab === 'which' && (
              <Ordering
                onShow={(exam) => {
                  room.choose(exam);
                  setTab('take');
                }}
              />
            )}
            {tab === 'own' && <OwnFilm onDone={onClose} />}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

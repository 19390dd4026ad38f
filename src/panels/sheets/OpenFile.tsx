import { useRef } from 'react';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { takeFile } from './takeFile.ts';
import { useTexts } from './texts.ts';

/** Picks a scenario from the device. What is wrong with it stands beside the controls of the page. */
export function OpenFile({ onDone }: { onDone: () => void }) {
  const { session } = usePanel();
  const t = useTexts();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Press onPress={() => picker.current?.click()}>{t('save.scenario.open')}</Press>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (!file) return;
          await takeFile(file, session);
          onDone();
        }}
      />
    </>
  );
}

import { useRef } from 'react';
import { usePanel } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { takeFile } from './takeFile.ts';
import { useTexts } from './texts.ts';

/** Button that opens a scenario from the device. Problems with it are shown beside the controls of the page. */
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

import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { usePanel } from '../context.ts';
import { Range } from '../controls/Range.tsx';
import { calcUsualWear, type Draft } from './patientDraft.ts';
import { useTexts } from './texts.ts';

const STEP = 0.05;

/** Field for disc wear: as usual at this age, unless it is set. */
export function DiscWear({ draft, onChange }: { draft: Draft; onChange: (wear: number | null) => void }) {
  const { number } = usePanel().language;
  const t = useTexts();
  const usual = calcUsualWear(draft);
  const wear = draft.discWear ?? usual;
  return (
    <Disclosure className="disclosure" defaultExpanded={draft.discWear !== null}>
      <Heading level={3}>
        <Button slot="trigger" className="press quiet disclose">
          {t('patient.advanced')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.discWear === null}
            onChange={(event) => onChange(event.target.checked ? null : Number(usual.toFixed(2)))}
          />
          {t('patient.discWear.usual')}
        </label>
        <Range
          label={t('patient.discWear')}
          value={wear}
          min={0}
          max={1}
          step={STEP}
          shownValue={number(wear, 2)}
          spokenValue={number(wear, 2)}
          onChange={onChange}
        />
        <p className="note">{t('patient.discWear.ends')}</p>
      </DisclosurePanel>
    </Disclosure>
  );
}

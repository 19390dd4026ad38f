import { usePanel, useSession } from '../context.ts';
import { PatientForm } from './PatientForm.tsx';
import { Sheet } from './Sheet.tsx';
import type { SheetProps } from './sheets.ts';
import { useTexts } from './texts.ts';

/** Sheet for the patient. Nothing changes until it is applied, and undo reverts that. */
export default function PatientSheet({ onClose }: SheetProps) {
  const { session } = usePanel();
  const t = useTexts();
  const scenario = useSession((state) => state.scenario);
  return (
    <Sheet
      title={t('patient.title')}
      onClose={onClose}
      foot={
        <button type="submit" form="patient-form" className="press main">
          {t('patient.apply')}
        </button>
      }
    >
      <PatientForm
        id="patient-form"
        scenario={scenario}
        intro={t('patient.intro')}
        withChance
        onApply={(next) => {
          session.replace(next);
          onClose();
        }}
      />
    </Sheet>
  );
}

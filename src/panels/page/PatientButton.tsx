import { usePanel, useSession, useSettings } from '../context.ts';
import { describePatient } from '../patientWords.ts';
import { SheetButton } from '../sheets/SheetButton.tsx';

/** Button that shows the present patient and opens the sheet to change her. */
export function PatientButton() {
  const { language } = usePanel();
  const patient = useSession((state) => state.scenario.patient);
  const imperial = useSettings((state) => state.units === 'imperial');
  return (
    <SheetButton sheet="patient" className="press patient-button">
      {describePatient(patient, language, imperial)}
    </SheetButton>
  );
}

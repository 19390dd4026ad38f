import { withSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Bones } from '../controls/Bones.tsx';

/** The chance in the patient's bones; another one goes through the same events before one's eyes. */
export function PatientBones() {
  const { session } = usePanel();
  const scenario = useSession((state) => state.scenario);
  return <Bones patient={scenario.patient} onChange={(seed) => session.replay(withSeed(scenario, seed))} />;
}

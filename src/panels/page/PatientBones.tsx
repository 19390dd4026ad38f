import { withSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Bones } from '../controls/Bones.tsx';

/** Scatter of the patient's bones; with another seed the same events are computed again. */
export function PatientBones() {
  const { session } = usePanel();
  const scenario = useSession((state) => state.scenario);
  return <Bones patient={scenario.patient} onChange={(seed) => session.replay(withSeed(scenario, seed))} />;
}

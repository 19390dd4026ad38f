import { lazy, useRef, useState } from 'react';
import { withSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';

const Others = lazy(() => import('./Others.tsx'));

/** Button that computes twenty others with the same figures. The result disappears when the figures or events change. */
export function OthersButton() {
  const { settings, language } = usePanel();
  const scenario = useSession((state) => state.scenario);
  const [asked, setAsked] = useState<string | null>(null);
  const button = useRef<HTMLDivElement>(null);
  if (scenario.events.length === 0) return null;
  // the same twenty, whichever of them is the patient
  const about = JSON.stringify(withSeed(scenario, undefined));
  const isOpen = asked === about;
  return (
    <div className="others-ask" ref={button}>
      <Press aria-expanded={isOpen} onPress={() => setAsked(isOpen ? null : about)}>
        {language.t('others.ask', { sex: scenario.patient.sex })}
      </Press>
      {isOpen && (
        <OnDemand
          onFail={() => {
            setAsked(null);
            settings.setState({ isPartLost: true });
          }}
        >
          <Others
            scenario={scenario}
            onCancel={() => {
              setAsked(null);
              button.current?.querySelector('button')?.focus();
            }}
          />
        </OnDemand>
      )}
    </div>
  );
}

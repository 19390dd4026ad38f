import { lazy, useRef, useState } from 'react';
import { withSeed } from '../../runtime/session/scenarioEditor.ts';
import { usePanel, useSession } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';

const Others = lazy(() => import('./Others.tsx'));

/** Asks how twenty others of the same figures fare. The answer goes away with the figures and events that it is about. */
export function OthersButton() {
  const { settings, language } = usePanel();
  const scenario = useSession((state) => state.scenario);
  const [asked, setAsked] = useState<string | null>(null);
  const button = useRef<HTMLDivElement>(null);
  if (scenario.events.length === 0) return null;
  // whichever of them is the patient: they are the same twenty
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

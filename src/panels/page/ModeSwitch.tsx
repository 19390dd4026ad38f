import { useEffect, useRef } from 'react';
import { MODES } from '../../runtime/session/modePolicy.ts';
import { usePanel, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';

/** Whether the next switch on the page replaces one that was pressed, and takes its focus. */
let wasPressed = false;

/** Menu of the modes; each mode shows it beside its title. */
export function ModeSwitch() {
  const { settings, language } = usePanel();
  const current = useSettings((state) => state.mode);
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (wasPressed) nav.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    wasPressed = false;
  }, []);
  return (
    <nav className="mode-switch" ref={nav} aria-label={language.t('mode.label')}>
      {MODES.map((mode) => (
        <Press
          key={mode}
          className="quiet"
          aria-current={mode === current ? 'page' : undefined}
          onPress={() => {
            wasPressed = mode !== current;
            settings.setState({ mode });
          }}
        >
          {language.t(`mode.${mode}`)}
        </Press>
      ))}
    </nav>
  );
}

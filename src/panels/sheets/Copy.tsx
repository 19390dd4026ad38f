import { useEffect, useState } from 'react';
import { Press } from '../controls/Control.tsx';
import { useTexts } from './texts.ts';

/** Time for which a confirmation is shown, ms. */
const STAYS_MS = 4000;

interface CopyProps {
  readonly text: string;
  /** Text of the button; `Copy` by default. */
  readonly label?: string;
  /** Confirmation. */
  readonly done?: string;
  /** Accessible name where there are several on one sheet. */
  readonly name?: string;
  readonly className?: string;
}

/** Button that copies a text; where the browser refuses the clipboard, it shows the text to be copied by hand. */
export function Copy({ text, label, done, name, className = 'quiet' }: CopyProps) {
  const t = useTexts();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const timer = setTimeout(() => setOutcome(null), STAYS_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return (
    <span className="copy">
      <Press
        className={className}
        aria-label={name}
        onPress={() => {
          // missing where the page is not served securely
          const writing: Promise<void> = navigator.clipboard?.writeText(text) ?? Promise.reject();
          writing.then(
            () => setOutcome('copied'),
            () => setOutcome('refused'),
          );
        }}
      >
        {label ?? t('copy')}
      </Press>
      <span aria-live="polite">
        {outcome === 'copied' && <em className="done">✓ {done ?? t('copied')}</em>}
        {outcome === 'refused' && t('copy.refused')}
      </span>
      {outcome === 'refused' && (
        <input
          className="by-hand"
          readOnly
          value={text}
          aria-label={label ?? t('copy')}
          ref={(input) => {
            input?.focus();
            input?.select();
          }}
        />
      )}
    </span>
  );
}

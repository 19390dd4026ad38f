import { lazy, type ReactNode, useRef, useState } from 'react';
import type { TermName } from '../../i18n/keys.ts';
import { usePanel } from '../context.ts';
import { OnDemand } from '../sheets/OnDemand.tsx';

const Explanation = lazy(() => import('./Explanation.tsx'));

export interface TermProps {
  readonly name: TermName;
  /** Accessible name; by default the button's text and that it explains it. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Word whose explanation opens when it is tapped. */
export function Term({ name, label, children }: TermProps) {
  const { settings, language } = usePanel();
  const { t } = language;
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="term"
        aria-label={label ?? (typeof children === 'string' ? t('term.about', { term: children }) : undefined)}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={(event) => {
          // Safari's buttons take no focus when they are clicked
          event.currentTarget.focus();
          setOpen(true);
        }}
      >
        <span>{children}</span>
      </button>
      {open && (
        <OnDemand
          onFail={() => {
            close();
            settings.setState({ isPartLost: true });
          }}
        >
          <Explanation name={name} trigger={trigger} onClose={close} />
        </OnDemand>
      )}
    </>
  );
}

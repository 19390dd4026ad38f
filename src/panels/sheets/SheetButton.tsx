import type { ReactNode } from 'react';
import { type SheetName, useSheets } from './sheets.ts';

export interface SheetButtonProps {
  readonly sheet: SheetName;
  readonly at?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Button that opens a sheet, and gets the focus back when it is closed. */
export function SheetButton({ sheet, at, className = 'press quiet', children }: SheetButtonProps) {
  const { open } = useSheets();
  return (
    <button
      type="button"
      className={className}
      aria-haspopup="dialog"
      onClick={(event) => {
        // Safari's buttons take no focus when they are clicked
        event.currentTarget.focus();
        open(sheet, at);
      }}
    >
      {children}
    </button>
  );
}

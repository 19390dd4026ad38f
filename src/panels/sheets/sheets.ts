import { createContext, useContext } from 'react';

/** What opens over the page. */
export type SheetName = 'patient' | 'save' | 'published' | 'sources' | 'glossary';

export interface Sheets {
  /**
   * Opens a sheet, at a term or a source where it is a list of them.
   *
   * @param opener what has the focus again when it is closed, if not what has it now
   */
  open(name: SheetName, at?: string, opener?: Element | null): void;
}

export const SheetsContext = createContext<Sheets>({ open: () => {} });
export const useSheets = (): Sheets => useContext(SheetsContext);

/** What every sheet is given. */
export interface SheetProps {
  readonly at: string | undefined;
  readonly onClose: () => void;
}

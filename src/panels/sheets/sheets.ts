import { createContext, useContext } from 'react';

/** What opens over the page, one at a time. */
export type SheetName = 'patient' | 'save' | 'published' | 'sources' | 'glossary';

export interface Sheets {
  /** Opens a sheet, at a term or a source where it is a list of them. */
  open(name: SheetName, at?: string): void;
}

export const SheetsContext = createContext<Sheets>({ open: () => {} });
export const useSheets = (): Sheets => useContext(SheetsContext);

/** What every sheet is given. */
export interface SheetProps {
  readonly at: string | undefined;
  readonly onClose: () => void;
}

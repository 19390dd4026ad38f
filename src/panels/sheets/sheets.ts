import { createContext, useContext } from 'react';

/** Names of the sheets. */
export type SheetName =
  | 'patient'
  | 'images'
  | 'inside'
  | 'save'
  | 'published'
  | 'sources'
  | 'glossary'
  | 'class';

export interface Sheets {
  /**
   * Opens a sheet, at a term or a source where it is a list of them.
   *
   * @param opener element that gets the focus back when it is closed, by default the one that has it now
   */
  open(name: SheetName, at?: string, opener?: Element | null): void;
}

export const SheetsContext = createContext<Sheets>({ open: () => {} });
export const useSheets = (): Sheets => useContext(SheetsContext);

/** Props of every sheet. */
export interface SheetProps {
  readonly at: string | undefined;
  readonly onClose: () => void;
}

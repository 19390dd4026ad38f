import { lazy, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { usePanel } from '../context.ts';
import { OnDemand } from './OnDemand.tsx';
import { type SheetName, SheetsContext } from './sheets.ts';

const SHEETS = {
  patient: lazy(() => import('./PatientSheet.tsx')),
  save: lazy(() => import('./SaveSheet.tsx')),
  published: lazy(() => import('./PublishedSheet.tsx')),
  sources: lazy(() => import('./SourcesSheet.tsx')),
  glossary: lazy(() => import('../glossary/GlossarySheet.tsx')),
} satisfies Record<SheetName, unknown>;

/** Opens the sheets, and takes the files that are dropped anywhere on the page. */
export function SheetHost({ children }: { children: ReactNode }) {
  const { session, language } = usePanel();
  const [opened, setOpened] = useState<{ name: SheetName; at: string | undefined } | null>(null);
  const opener = useRef<Element | null>(null);
  const isOpen = opened !== null;
  const sheets = useMemo(
    () => ({
      open(name: SheetName, at?: string) {
        // a sheet opened from within another gives the focus back to where the first came from
        if (!document.activeElement?.closest('[role="dialog"]')) opener.current = document.activeElement;
        setOpened({ name, at });
      },
    }),
    [],
  );
  useEffect(() => {
    if (!isOpen && opener.current instanceof HTMLElement) opener.current.focus();
  }, [isOpen]);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void import('./takeFile.ts').then(({ takeFile }) => takeFile(file, session, language));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [session, language]);

  const close = () => setOpened(null);
  const Opened = opened && SHEETS[opened.name];
  return (
    <SheetsContext value={sheets}>
      {children}
      {Opened && (
        <OnDemand
          onFail={() => {
            close();
            session.report([language.t('sheet.failed')]);
          }}
        >
          <Opened at={opened.at} onClose={close} />
        </OnDemand>
      )}
    </SheetsContext>
  );
}

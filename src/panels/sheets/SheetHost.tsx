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
  class: lazy(() => import('../assignment/ClassSheet.tsx')),
  images: lazy(() => import('../images/ImagesSheet.tsx')),
  inside: lazy(() => import('../inside/InsideSheet.tsx')),
} satisfies Record<SheetName, unknown>;

interface Opened {
  readonly name: SheetName;
  readonly at: string | undefined;
  /** Element that gets the focus back when it is closed. */
  readonly opener: Element | null;
}

/** Opens the sheets, and accepts files that are dropped anywhere on the page. */
export function SheetHost({ children }: { children: ReactNode }) {
  const { session, settings } = usePanel();
  // a sheet may open another, such as the glossary: that lies over it, and typed values below stay
  const [opened, setOpened] = useState<readonly Opened[]>([]);
  const sheets = useMemo(
    () => ({
      open(name: SheetName, at?: string, opener: Element | null = document.activeElement) {
        setOpened((others) => [...others, { name, at, opener }]);
      },
    }),
    [],
  );
  const closed = useRef<Element | null>(null);
  const close = () => {
    closed.current = opened.at(-1)?.opener ?? null;
    setOpened(opened.slice(0, -1));
  };
  // after it has gone, so that its opener can get the focus back
  useEffect(() => {
    if (closed.current instanceof HTMLElement) closed.current.focus();
    closed.current = null;
  });

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void import('./takeFile.ts').then(({ takeFile }) => takeFile(file, session));
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
    };
  }, [session]);

  return (
    <SheetsContext value={sheets}>
      {children}
      {opened.map(({ name, at }, depth) => {
        const Sheet = SHEETS[name];
        return (
          <OnDemand
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is its place in the stack
            key={`${depth} ${name}`}
            onFail={() => {
              close();
              settings.setState({ isPartLost: true });
            }}
          >
            <Sheet at={at} onClose={close} />
          </OnDemand>
        );
      })}
    </SheetsContext>
  );
}

import { useEffect } from 'react';
import type { Hideable } from '../../runtime/address/assignment.ts';
import { usePanel } from '../context.ts';

/** Hides parts of the page while the task is on it; `assignment.css` says which elements they are. */
export function useHidden(hidden: readonly Hideable[]): void {
  const { settings } = usePanel();
  const names = hidden.join(' ');
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.withheld = names;
    const { tinted } = settings.getState();
    if (names.includes('colours')) settings.setState({ tinted: false });
    return () => {
      delete dataset.withheld;
      settings.setState({ tinted });
    };
  }, [names, settings]);
}

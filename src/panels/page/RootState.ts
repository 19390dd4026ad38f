import { useLayoutEffect } from 'react';
import { useComparison, usePlayhead, useSettings } from '../context.ts';

/** Keeps the root element's attributes in step with the panels: in the same commit, never before. */
export function RootState() {
  const own = usePlayhead((state) => state.phase);
  const comparisonComputes = useComparison((state) => state.computing || !state.shown) ?? false;
  const phase = comparisonComputes && own !== 'error' ? 'computing' : own;
  const theme = useSettings((state) => state.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.state = phase;
  }, [phase]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}

import { useLayoutEffect } from 'react';
import { usePlayhead, useSettings } from './context.ts';

/** Keeps the root element's attributes in step with what the panels show: in the same commit, never before. */
export function RootState() {
  const phase = usePlayhead((state) => state.phase);
  const theme = useSettings((state) => state.theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.state = phase;
  }, [phase]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  return null;
}

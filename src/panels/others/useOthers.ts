import { useEffect, useState } from 'react';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { type Other, runOthers } from '../../runtime/session/others.ts';
import { usePanel } from '../context.ts';

export interface Others {
  /** Those computed so far, in the order of their seeds. */
  readonly others: readonly Other[];
  readonly hasFailed: boolean;
}

const NONE: Others = { others: [], hasFailed: false };

/** Computes the others of the scenario it is first given, one after the other; stops when it is unmounted. */
export function useOthers(scenario: Scenario): Others {
  const { session } = usePanel();
  const [asked] = useState(scenario);
  const [state, setState] = useState(NONE);
  useEffect(() => {
    setState(NONE);
    let isLeft = false;
    const ask = createAsk(async (trial) => (isLeft ? null : session.tryOut(trial, 'others')));
    const look = async () => {
      for await (const other of runOthers(asked, ask))
        if (!isLeft) setState(({ others }) => ({ others: [...others, other], hasFailed: false }));
    };
    look().catch((error) => {
      if (isLeft) return;
      console.error(error);
      setState(({ others }) => ({ others, hasFailed: true }));
    });
    return () => {
      isLeft = true;
      session.giveUp('others');
    };
  }, [session, asked]);
  return state;
}

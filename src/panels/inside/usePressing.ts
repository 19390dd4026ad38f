import { useEffect, useMemo, useRef, useState } from 'react';
import type { PressRequest } from '../../core/simulation/inside/pressing.ts';
import { followPressing, type Pressing } from '../../runtime/inside/pressing.ts';
import { createRival, type Kind, type Rival } from '../../runtime/inside/rivals.ts';
import { createPresser, type Presser } from '../../runtime/worker/presser.ts';

export interface Pressings {
  readonly own: Pressing | null;
  readonly rival: Pressing | null;
  /** What the rival is. */
  readonly kind: Kind | null;
  readonly state: 'busy' | 'done' | 'stopped' | 'failed';
  readonly stop: () => void;
  readonly again: () => void;
}

const NONE = { own: null, rival: null, state: 'busy' } as const;
type Known = Pick<Pressings, 'own' | 'rival' | 'state'>;

/** Presses a body, and then the one that it is held against; both anew where the request changes. */
export function usePressing(request: PressRequest, rival: Rival | null): Pressings {
  const presser = useRef<Presser | null>(null);
  const [known, setKnown] = useState<Known>(NONE);
  const [tries, setTries] = useState(0);
  const pressed = useRef<{ readonly of: PressRequest; readonly own: Pressing } | null>(null);
  const other = useMemo(() => rival && createRival(request, rival), [request, rival]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is asked for by its number
  useEffect(() => {
    let stale = false;
    presser.current ??= createPresser();
    const made = presser.current;
    const tell = (change: Partial<Known>) => {
      if (!stale) setKnown((before) => ({ ...before, ...change }));
    };
    const ready = pressed.current?.of === request ? pressed.current.own : null;
    setKnown({ ...NONE, own: ready });
    const work = async () => {
      if (!ready)
        await followPressing(made, request, (own) => {
          if (own.end) pressed.current = { of: request, own };
          tell({ own });
        });
      if (stale) return;
      if (other) await followPressing(made, other.request, (next) => tell({ rival: next }));
      tell({ state: 'done' });
    };
    work().catch((error) => {
      console.error(error);
      presser.current?.dispose();
      presser.current = null;
      tell({ state: 'failed' });
    });
    return () => {
      stale = true;
    };
  }, [request, other, tries]);
  useEffect(
    () => () => {
      presser.current?.dispose();
      presser.current = null;
    },
    [],
  );
  return {
    ...known,
    kind: other?.kind ?? null,
    stop: () => {
      presser.current?.dispose();
      presser.current = null;
      setKnown((before) => ({ ...before, state: 'stopped' }));
    },
    again: () => setTries((n) => n + 1),
  };
}

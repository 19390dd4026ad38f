import type { ComponentType } from 'react';
import type { ModeName } from '../runtime/device/settings.ts';
import { explore } from './explore.tsx';

/** A way of using the one stage: what lies over it, and what stands beside it. Sessions and canvas outlive it. */
export interface Mode {
  readonly name: ModeName;
  readonly OverStage: ComponentType;
  readonly Beside: ComponentType;
}

/** The free mode comes with the page; the others when they are asked for. */
export const FIRST_MODE: Mode = explore;
const LATER: Readonly<Partial<Record<ModeName, () => Promise<Mode>>>> = {
  story: async () => (await import('./story/story.tsx')).story,
  clinic: async () => (await import('./clinic/clinic.tsx')).clinic,
  quiz: async () => (await import('./quiz/quiz.tsx')).quiz,
  kiosk: async () => (await import('./kiosk/kiosk.tsx')).kiosk,
};

export const loadMode = async (name: ModeName): Promise<Mode> => (await LATER[name]?.()) ?? FIRST_MODE;

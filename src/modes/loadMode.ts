import type { ModeName } from '../runtime/session/modePolicy.ts';
import { explore } from './explore.tsx';
import type { Mode } from './mode.ts';

/** Mode that is loaded with the page; the others are loaded when they are asked for. */
export const FIRST_MODE: Mode = explore;
const LATER = {
  story: async () => (await import('./story/story.tsx')).story,
  quiz: async () => (await import('./quiz/quiz.tsx')).quiz,
  clinic: async () => (await import('./clinic/clinic.tsx')).clinic,
  kiosk: async () => (await import('./kiosk/kiosk.tsx')).kiosk,
} satisfies Record<Exclude<ModeName, 'explore'>, () => Promise<Mode>>;

export const loadMode = async (name: ModeName): Promise<Mode> =>
  name === 'explore' ? FIRST_MODE : LATER[name]();

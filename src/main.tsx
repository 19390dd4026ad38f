import { createRoot } from 'react-dom/client';
import { createLanguage } from './i18n/translate.ts';
import { Explore } from './modes/explore.tsx';
import { readAddress, readLink } from './runtime/address.ts';
import { bindAddress } from './runtime/addressBinding.ts';
import type { RequestFrame } from './runtime/clock.ts';
import { createPlayhead } from './runtime/playhead.ts';
import { createSession, DEFAULT_SCENARIO } from './runtime/session.ts';
import { createSettings } from './runtime/settings.ts';
import { createSimulator } from './runtime/simulator.ts';
import { bindTwin } from './runtime/twinBinding.ts';

/** The composition root: what the address says, a session for it, and the mode that shows it. */
const requestFrame: RequestFrame = (callback) => requestAnimationFrame(callback);
const session = createSession(createSimulator(), requestFrame);
const address = readAddress(location);
const settings = createSettings(address, matchMedia('(pointer: coarse)').matches);
const language = createLanguage(settings.getState().lang);
document.documentElement.lang = language.lang;

async function openAddress(): Promise<void> {
  const { link, timeS, foreignModel } = readAddress(location);
  const reading = link === null ? null : await readLink(link);
  if (reading?.ok) session.open(reading.scenario, { timeS, foreignModel });
  else session.open(DEFAULT_SCENARIO, { timeS });
  if (reading && !reading.ok) session.report(reading.problems);
}
void openAddress();
bindAddress(session);
const twin = bindTwin(session, settings, requestFrame);
addEventListener('hashchange', () => void openAddress());

createRoot(document.getElementById('root')!).render(
  <Explore context={{ session, twin, settings, language, playhead: createPlayhead(session) }} />,
);

import { createRoot } from 'react-dom/client';
import { findLanguage, type Lang } from './i18n/languages.ts';
import { loadLanguage, PLAIN_ENGLISH } from './i18n/texts.ts';
import { App } from './modes/App.tsx';
import { readAddress } from './runtime/address/address.ts';
import { bindAddress, bindMode, bindSettings } from './runtime/address/addressBinding.ts';
import { bindLostParts } from './runtime/address/loadAgain.ts';
import { bindFragment, openAddress } from './runtime/address/opening.ts';
import { readOrigin } from './runtime/address/origin.ts';
import { bindFingers } from './runtime/device/fingers.ts';
import { markFrame } from './runtime/device/frame.ts';
import { bearMovedNodes } from './runtime/device/movedNodes.ts';
import { keepForOffline } from './runtime/device/offline.ts';
import { createSettings } from './runtime/device/settings.ts';
import { createBodyPlaces } from './runtime/picture/bodyPlaces.ts';
import { bindStill } from './runtime/picture/still.ts';
import type { RequestFrame } from './runtime/session/clock.ts';
import { bindComparison } from './runtime/session/comparisonBinding.ts';
import { createPlayhead } from './runtime/session/playhead.ts';
import { createSession } from './runtime/session/session.ts';
import { bindSound } from './runtime/sound/soundBinding.ts';
import { createSimulator } from './runtime/worker/createSimulator.ts';
import './shell/shell.css';
import './shell/stills.css';

/** Composition root: reads the address, creates a session for it, and shows the mode. */
const requestFrame: RequestFrame = (callback) => requestAnimationFrame(callback);
bearMovedNodes();
bindFingers();
markFrame();
const simulator = createSimulator();
const session = createSession(simulator, requestFrame);
const address = readAddress(location);
const settings = createSettings(
  address,
  matchMedia('(pointer: coarse)').matches,
  findLanguage(address.get('lang'), navigator.languages),
);

void openAddress(session);
bindAddress(session, settings);
bindSound(session, settings);
bindStill(session, settings);
bindSettings(settings);
bindMode(settings);
bindLostParts(settings);
keepForOffline();
const embeddedIn = address.get('embed');
const host = embeddedIn === null ? null : readOrigin(embeddedIn);
if (host !== null && window.parent !== window)
  void Promise.all([import('./runtime/address/embedding.ts'), import('./i18n/englishProblems.ts')]).then(
    ([{ bindEmbedding }, { sayInEnglish }]) => bindEmbedding(host, session, settings, sayInEnglish),
  );
const bodyPlaces = createBodyPlaces();
const comparison = bindComparison(session, settings, requestFrame);
bindFragment(session);

const loadTakeaway = () => import('./scene/takeaway/writeModel.ts');
const playhead = createPlayhead(session);
const root = createRoot(document.getElementById('root')!);
let spoken = PLAIN_ENGLISH;

/** Shows the page in the language of the settings; where that cannot be loaded, the settings are reverted. */
async function speak(): Promise<void> {
  const { lang, register } = settings.getState();
  const language = await loadLanguage(lang as Lang, register).catch(() => spoken);
  const asked = settings.getState();
  // a newer choice is being loaded
  if (asked.lang !== lang || asked.register !== register) return;
  spoken = language;
  settings.setState({ lang: language.lang, register: language.register });
  const { documentElement } = document;
  documentElement.lang = language.lang;
  documentElement.dir = language.dir;
  document.title = `${language.t('title')} — ${language.t('tagline')}`;
  root.render(
    <App
      mechanicsArrived={simulator.arrived}
      context={{ session, comparison, settings, language, playhead, bodyPlaces, loadTakeaway }}
    />,
  );
}
void speak();
settings.subscribe(({ lang, register }) => {
  if (lang !== spoken.lang || register !== spoken.register) void speak();
});

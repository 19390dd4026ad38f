import { findLanguage, getLanguageFacts } from '../i18n/languages.ts';
import { readAddress } from '../runtime/address/address.ts';
import { findMode, findTheme, findView } from '../runtime/device/settings.ts';
import { mayStartWorker, startEarly } from '../runtime/worker/earlyWorker.ts';
import { NARROW } from './narrow.ts';

// runs before anything is painted, while the page's own script is loading; `src/build/shell.ts` makes a script of it

/** URL of the worker's script; empty where it is inside the page's. Inserted by the build. */
declare const WORKER_URL: string;
/** URLs of the stills by stage and theme, such as `wide-dark`, where they are separate files. */
declare const STILL_URLS: Readonly<Record<string, string>>;

/** Messages about what the page needs, by language. Inserted by the build. */
declare const NEEDS: Readonly<Record<string, Readonly<Record<'server' | 'frame' | 'net', string>>>>;

const address = readAddress(location);
const root = document.documentElement;
const theme = findTheme(address);
root.dataset.theme = theme;

/** Loads the still while the style that shows it is loading. */
function fetchStill(): void {
  const href = STILL_URLS[`${matchMedia(NARROW).matches ? 'narrow' : 'wide'}-${theme}`];
  if (href)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href }),
    );
}

// the shell has text in one language only: for readers of others it shows none
const lang = findLanguage(address.get('lang'), navigator.languages);
root.lang = lang;
root.dir = getLanguageFacts(lang).dir;

/** Shows a message when the page's own script could not be loaded. */
function sayNeeds(): void {
  const what = location.protocol === 'file:' ? 'server' : globalThis.origin === 'null' ? 'frame' : 'net';
  const sentence = Object.assign(document.createElement('p'), {
    textContent: (NEEDS[lang] ?? NEEDS.en)![what],
  });
  sentence.role = 'alert';
  sentence.style.margin = '2rem';
  document.getElementById('root')?.replaceChildren(sentence);
}
addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement && target.type === 'module') sayNeeds();
  },
  true,
);
if (findMode(address) === 'explore') {
  root.dataset.shell = lang === 'en' && address.get('register') !== 'clinical' ? 'words' : 'shapes';
  const isUsual = address.link === null && address.get('twin') === null;
  if (isUsual && findView(address) === 'three-quarter') {
    root.dataset.still = '';
    fetchStill();
  }
}

if (WORKER_URL !== '' && mayStartWorker()) startEarly(WORKER_URL, address.link === null);

import { findLanguage, getLanguageFacts } from '../i18n/languages.ts';
import { readAddress } from '../runtime/address/address.ts';
import { findMode, findTheme, findView } from '../runtime/device/settings.ts';
import { mayStartWorker, startEarly } from '../runtime/worker/earlyWorker.ts';
import { NARROW } from './narrow.ts';

// Runs before anything is painted, while the page's own script is on its way: `src/build/shell.ts` makes a script of it.

/** Address of the mechanics' script; empty where that stands inside the page's. Put in by the build. */
declare const WORKER_URL: string;
/** Addresses of the stills by stage and theme, `wide-dark` say, where they are files of their own. */
declare const STILL_URLS: Readonly<Record<string, string>>;

/** What the page needs, by language. Put in by the build. */
declare const NEEDS: Readonly<Record<string, Readonly<Record<'server' | 'frame' | 'net', string>>>>;

const address = readAddress(location);
const root = document.documentElement;
const theme = findTheme(address);
root.dataset.theme = theme;

/** Fetches the still while the style that shows it is on its way. */
function fetchStill(): void {
  const href = STILL_URLS[`${matchMedia(NARROW).matches ? 'narrow' : 'wide'}-${theme}`];
  if (href)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href }),
    );
}

// one language's words would be replaced before another's reader has found theirs: there the shell is without
const lang = findLanguage(address.get('lang'), navigator.languages);
root.lang = lang;
root.dir = getLanguageFacts(lang).dir;

/** Says in the page's place what it needs: its own script could not be had. */
function sayNeeds(): void {
  const what = location.protocol === 'file:' ? 'server' : globalThis.origin === 'null' ? 'frame' : 'net';
  const sentence = Object.assign(document.createElement('p'), {
    textContent: (NEEDS[lang] ?? NEEDS.en)![what],
  });
  sentence.role = 'alert';
  sentence.style.margin = '2rem';
  document.querySelector('.unstyled')?.remove();
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

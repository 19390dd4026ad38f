import { type Launch, type Platform, toPercent } from './platform.ts';
import { SCORM_12, SCORM_2004, type ScormApi, type Version } from './scormVersions.ts';

/** Frames above and openers that are searched for the platform's interface; more than any platform nests. */
const DEEPEST = 20;

/** Interface of that name in the frames above this window, or in the window that opened it and the frames above that. */
function findApi(from: Window, name: string): ScormApi | null {
  let at: Window | null = from;
  for (let n = 0; at && n < DEEPEST; n++) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api) return api as ScormApi;
    } catch {
      // a window of another origin shows nothing
    }
    at = at.parent !== at ? at.parent : (at.opener as Window | null);
  }
  return null;
}

/** Platform that speaks SCORM; null where none is listening, or where it does not begin. */
export function openScorm(standard: 'scorm12' | 'scorm2004', launch: Launch): Platform | null {
  const version = standard === 'scorm12' ? SCORM_12 : SCORM_2004;
  const api = findApi(window, version.api);
  return api && isTrue(api[version.calls.begin]!('')) ? createScorm(api, version, launch) : null;
}

const isTrue = (answer: unknown): boolean => String(answer) === 'true';

function createScorm(api: ScormApi, version: Version, { pass, onRefused }: Launch): Platform {
  const { calls, elements } = version;
  const startedMs = performance.now();
  const call = (name: keyof typeof calls, ...given: string[]): string => {
    try {
      return String(api[calls[name]]!(...given));
    } catch (error) {
      onRefused(`${calls[name]}: ${error}`);
      return '';
    }
  };
  const set = (element: string, value: string): void => {
    if (!isTrue(call('set', element, value)))
      onRefused(`${element} = ${value.slice(0, 60)}: error ${call('error')}`);
  };
  const get = (element: string): string => call('get', element);
  const commit = () => {
    set(elements.sessionTime, version.writeTime((performance.now() - startedMs) / 1000));
    if (!isTrue(call('commit', ''))) onRefused(`commit: error ${call('error')}`);
  };

  set(elements.exit, 'suspend');
  // a lesson that was finished stays so
  if (['not attempted', 'unknown', ''].includes(get(elements.status))) set(elements.status, 'incomplete');
  let answers = Number(get('cmi.interactions._count')) || 0;

  return {
    suspended: get('cmi.suspend_data'),
    lang: get(elements.language) || null,
    returnUrl: null,
    record(answered) {
      const rows = version.writeAnswer(answered);
      for (const [element, value] of rows) set(`cmi.interactions.${answers}.${element}`, value);
      answers += 1;
      commit();
    },
    save({ suspended, done, of, score }) {
      set('cmi.suspend_data', suspended);
      if (elements.progress) set(elements.progress, (done / of).toFixed(4));
      if (done === of) {
        if (score !== null)
          for (const [element, value] of version.writeScore(toPercent(score), score)) set(element, value);
        for (const [element, value] of version.writeEnd(
          score === null || pass === null ? null : score >= pass,
        ))
          set(element, value);
      }
      commit();
    },
    async end() {
      commit();
      if (!isTrue(call('end', ''))) onRefused(`end: error ${call('error')}`);
    },
  };
}

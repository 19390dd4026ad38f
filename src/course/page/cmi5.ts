import {
  type ContextTemplate,
  type Session,
  type Verb,
  writeAnswer,
  writeStatement,
} from './cmi5Statements.ts';
import { type Launch, type Platform, toPercent, writeDuration } from './platform.ts';

/** State that the platform writes for the launch, of which this is used. */
interface LaunchData {
  readonly contextTemplate?: ContextTemplate;
  readonly launchMode?: 'Normal' | 'Browse' | 'Review';
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

const NEEDED = ['endpoint', 'fetch', 'actor', 'registration', 'activityId'] as const;
const STATE = 'columna';

/** Token for this launch. The platform gives it once; a page that is loaded again has it in its tab. */
async function fetchToken(url: string): Promise<string> {
  const kept = sessionStorage.getItem(url);
  if (kept) return kept;
  const answer = await (await fetch(url, { method: 'POST' })).json();
  const token = answer['auth-token'];
  if (typeof token !== 'string') throw new Error(`no token: ${JSON.stringify(answer).slice(0, 120)}`);
  sessionStorage.setItem(url, token);
  return token;
}

/** Platform that speaks cmi5; null where this page was not launched by one, or where it does not begin. */
export async function openCmi5(launch: Launch): Promise<Platform | null> {
  const query = new URLSearchParams(location.search);
  const [endpoint, fetchUrl, actorText, registration, activityId] = NEEDED.map((name) => query.get(name));
  if (!endpoint || !fetchUrl || !actorText || !registration || !activityId) return null;
  try {
    const headers = {
      Authorization: `Basic ${await fetchToken(fetchUrl)}`,
      'X-Experience-API-Version': '1.0.3',
    };
    const ask = (path: string, values: Record<string, string> | null, options: RequestInit = {}) =>
      fetch(`${endpoint.replace(/\/?$/, '/')}${path}${values ? `?${new URLSearchParams(values)}` : ''}`, {
        ...options,
        headers: { ...headers, ...options.headers },
      });
    const agent = JSON.stringify(JSON.parse(actorText));
    const about = (stateId: string) => ({ activityId, agent, registration, stateId });
    const [data, preferences, kept] = await Promise.all([
      ask('activities/state', about('LMS.LaunchData')),
      ask('agents/profile', { agent, profileId: 'cmi5LearnerPreferences' }),
      ask('activities/state', about(STATE)),
    ]);
    if (!data.ok) throw new Error(`no launch data: ${data.status}`);
    const launchData: LaunchData = await data.json();
    const { languagePreference = null } = preferences.ok ? await preferences.json() : {};
    const session: Session = {
      actor: JSON.parse(actorText),
      activityId,
      registration,
      template: launchData.contextTemplate ?? {},
      masteryScore: launchData.masteryScore ?? null,
    };
    return createCmi5(session, launchData, ask, about(STATE), launch, {
      suspended: kept.ok ? await kept.text() : '',
      lang: languagePreference,
    });
  } catch (error) {
    launch.onRefused(String(error));
    return null;
  }
}

function createCmi5(
  session: Session,
  { launchMode = 'Normal', returnURL = '' }: LaunchData,
  ask: (path: string, values: Record<string, string> | null, options?: RequestInit) => Promise<Response>,
  place: Record<string, string>,
  { onRefused }: Launch,
  { suspended, lang }: Pick<Platform, 'suspended' | 'lang'>,
): Platform {
  const startedMs = performance.now();
  const getDuration = () => writeDuration((performance.now() - startedMs) / 1000);
  // one after the other: their order counts. What is sent while the page closes goes on without it
  let last: Promise<unknown> = Promise.resolve();
  const send = (path: string, values: Record<string, string> | null, method: string, body: string) => {
    const options = { method, body, keepalive: true, headers: { 'Content-Type': 'application/json' } };
    const sent = last.then(async () => {
      const answer = await ask(path, values, options);
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    });
    last = sent.catch((error) => onRefused(String(error)));
  };
  const state = (statement: object) => send('statements', null, 'POST', JSON.stringify([statement]));
  const tell = (verb: Verb, result: object | null) => state(writeStatement(session, verb, result));
  tell('initialized', null);

  return {
    suspended,
    lang,
    returnUrl: returnURL || null,
    record: (answered) => state(writeAnswer(session, answered)),
    save({ suspended: text, done, of, score }) {
      send('activities/state', place, 'PUT', text);
      if (done < of || launchMode !== 'Normal') return;
      const { masteryScore } = session;
      const points = score !== null && {
        score: { scaled: Number(score.toFixed(4)), raw: toPercent(score), min: 0, max: 100 },
      };
      // a score is told by what passes and fails; without a pass mark by a statement of its own
      if (points && masteryScore === null) tell('scored', points);
      if (points && masteryScore !== null) {
        const success = score >= masteryScore;
        tell(success ? 'passed' : 'failed', { ...points, success, duration: getDuration() });
      }
      tell('completed', { completion: true, duration: getDuration() });
    },
    async end() {
      tell('terminated', { duration: getDuration() });
      await last;
    },
  };
}

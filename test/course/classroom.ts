import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { unzipSync } from 'fflate';

/** A platform that is not ours (`scorm-again`), and a small record store for cmi5, with packages to launch. */
export interface Classroom {
  readonly url: string;
  /** Requests to the record store, in order. */
  readonly records: { readonly path: string; readonly method: string; readonly body: string }[];
  /** State that the record store keeps, by its id. */
  readonly states: Map<string, string>;
  /** What a launch by cmi5 was not allowed to do. */
  readonly faults: string[];
  close(): void;
}

const PLAYERS: Readonly<Record<string, string>> = { scorm12: 'Scorm12API', scorm2004: 'Scorm2004API' };
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
};
const require = createRequire(import.meta.url);
const readPlayer = (standard: string) => readFileSync(require.resolve(`scorm-again/${standard}/min`));

/** The platform's own page: what an earlier visit left is loaded, and the item of the manifest is launched in a frame. */
const writePlayer = (standard: string): string => `<!doctype html>
<script src="/${standard}.js"></script>
<script>
  const api = new ${PLAYERS[standard]}({ logLevel: 5 });
  window.refused = [];
  const isTrue = (answer) => String(answer) === 'true';
  for (const name of ['LMSSetValue', 'SetValue', 'LMSCommit', 'Commit', 'LMSFinish', 'Terminate', 'LMSInitialize', 'Initialize']) {
    const call = api[name];
    if (!call) continue;
    api[name] = (...given) => {
      const answer = call.apply(api, given);
      const error = (api.LMSGetLastError ?? api.GetLastError).call(api);
      if (!isTrue(answer)) window.refused.push([name, ...given, error].join(' '));
      return answer;
    };
  }
  const kept = sessionStorage.getItem('kept');
  if (kept) api.loadFromJSON(JSON.parse(kept), '');
  window.${standard === 'scorm12' ? 'API' : 'API_1484_11'} = api;
  window.keep = () => sessionStorage.setItem('kept', JSON.stringify(api.renderCMIToJSONObject()));
</script>
<body style="margin: 0">
<script>
  const frame = document.createElement('iframe');
  frame.style = 'width: 1180px; height: 820px; border: 0';
  frame.src = new URLSearchParams(location.search).get('launch');
  document.body.append(frame);
</script>`;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** Launch data that the store gives; statements without its session are no part of the launch. */
export const LAUNCH_DATA = {
  launchMode: 'Normal',
  moveOn: 'Completed',
  masteryScore: 0.6,
  returnURL: '',
  contextTemplate: {
    contextActivities: { grouping: [{ id: 'https://school.example/spine' }] },
    extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
  },
};

export async function openClassroom(packages: Readonly<Record<string, Uint8Array>>): Promise<Classroom> {
  const files = Object.fromEntries(
    Object.entries(packages).map(([standard, zip]) => [standard, unzipSync(zip)]),
  );
  const records: Classroom['records'] = [];
  const states: Classroom['states'] = new Map();
  const faults: string[] = [];
  let isTokenGiven = false;

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, 'http://here');
    const [, room = '', ...rest] = pathname.split('/');
    const answer = (body: string | Uint8Array, type = 'application/json', status = 200) => {
      response.writeHead(status, { 'content-type': type });
      response.end(body);
    };
    if (room === 'returned') return answer('the platform', 'text/plain');
    if (room === 'fetch') {
      if (request.method !== 'POST') faults.push(`${request.method} of the fetch URL`);
      if (isTokenGiven) faults.push('a second token');
      isTokenGiven = true;
      return answer('{"auth-token":"dG9rZW4="}');
    }
    if (room === 'lrs') {
      const path = rest.join('/');
      const body = await readBody(request);
      if (request.headers.authorization !== 'Basic dG9rZW4=') faults.push(`${path} without the token`);
      if (!/^1\.0\.\d$/.test(String(request.headers['x-experience-api-version'])))
        faults.push(`${path} without a version`);
      records.push({ path, method: request.method!, body });
      const stateId = searchParams.get('stateId') ?? '';
      if (path === 'statements') return answer('["id"]');
      if (stateId === 'LMS.LaunchData')
        return answer(
          JSON.stringify({ ...LAUNCH_DATA, returnURL: `http://${request.headers.host}/returned` }),
        );
      if (path === 'agents/profile') return answer('{"languagePreference":"de-AT,en"}');
      if (request.method === 'PUT') {
        states.set(stateId, body);
        return answer('', 'text/plain', 204);
      }
      const kept = states.get(stateId);
      return kept === undefined ? answer('', 'text/plain', 404) : answer(kept, 'text/plain');
    }
    const [standard] = room.split('.');
    if (room.endsWith('.html') && PLAYERS[standard!]) return answer(writePlayer(standard!), 'text/html');
    if (room.endsWith('.js') && PLAYERS[standard!]) return answer(readPlayer(standard!), 'text/javascript');
    const file = files[room]?.[rest.join('/')];
    return file ? answer(file, TYPES[extname(pathname)] ?? 'application/octet-stream') : answer('', '', 404);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { url, records, states, faults, close: () => server.close() };
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sayProblem } from '../../src/cli/english.ts';
import type { Scenario } from '../../src/core/simulation/scenario.ts';
import { PLAIN_ENGLISH } from '../../src/i18n/texts.ts';
import { loadMode } from '../../src/modes/loadMode.ts';
import { openStory } from '../../src/modes/narrative/useStory.ts';
import type { PanelContextValue } from '../../src/panels/context.ts';
import { bindAddress, bindSettings } from '../../src/runtime/address/addressBinding.ts';
import { answerMessage } from '../../src/runtime/address/embedding.ts';
import { dropScenario, writeProgress } from '../../src/runtime/address/progress.ts';
import { createSettings } from '../../src/runtime/device/settings.ts';
import { findStorage } from '../../src/runtime/device/storage.ts';
import { createBodyPlaces } from '../../src/runtime/picture/bodyPlaces.ts';
import { getPolicy, MODES, type ModeName } from '../../src/runtime/session/modePolicy.ts';
import { createPlayhead } from '../../src/runtime/session/playhead.ts';
import { createSession, DEFAULT_SCENARIO } from '../../src/runtime/session/session.ts';
import { calcParts } from '../../src/scene/camera/layout.ts';
import { fakeRun } from '../runtime/fakeRun.ts';

/** A page's address and all else of a browser that a mode touches. */
const page = { pathname: '/', search: '', hash: '', origin: 'http://here.test', href: 'http://here.test/' };
const goTo = (rest: string) => {
  const { search, hash } = new URL(rest, 'http://here.test/');
  Object.assign(page, { search, hash });
};
const HER: Scenario = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, ageYears: 79 } };
const BEFORE: Scenario = { ...DEFAULT_SCENARIO, patient: { ...DEFAULT_SCENARIO.patient, ageYears: 61 } };
const listening = { addEventListener: () => {}, removeEventListener: () => {} };

beforeEach(() => {
  vi.useFakeTimers();
  goTo('/');
  const write = (_state: unknown, _title: string, rest: string) => goTo(rest);
  vi.stubGlobal('location', page);
  vi.stubGlobal('history', { replaceState: write, pushState: write });
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  vi.stubGlobal('getComputedStyle', () => ({ fontSize: '16px' }));
  vi.stubGlobal('document', { ...listening, documentElement: {}, visibilityState: 'hidden' });
  for (const [name, stub] of Object.entries(listening)) vi.stubGlobal(name, stub);
  for (const name of ['sessionStorage', 'localStorage'])
    vi.stubGlobal(name, { name, getItem: () => null, setItem: () => {}, clear: () => {} });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page on which a scenario is shown, in a mode. */
async function open(mode: ModeName): Promise<PanelContextValue> {
  const run = async (scenario: Scenario) => fakeRun(scenario);
  const calcBones = () => new Promise<never>(() => {});
  const session = createSession({ run, calcBones, cancel() {}, dispose() {} }, () => {});
  const settings = createSettings({ get: (name) => (name === 'mode' ? mode : null) }, false, 'en');
  session.open(BEFORE);
  await vi.advanceTimersByTimeAsync(1);
  const playhead = createPlayhead(session);
  const comparison = { getState: () => ({ session: null }), subscribe: () => () => {} };
  const parts = { session, settings, playhead, bodyPlaces: createBodyPlaces(), language: PLAIN_ENGLISH };
  const loadTakeaway = () => new Promise<never>(() => {});
  return { ...parts, loadTakeaway, comparison: comparison as unknown as PanelContextValue['comparison'] };
}

/** What opens each mode's life: loaded before there is anything that looks like a browser. */
const OPENS = new Map(
  await Promise.all(MODES.map(async (mode) => [mode, (await loadMode(mode)).open] as const)),
);

/** The modes of which something shows only once something has begun in them. */
const BEGIN: Partial<Record<ModeName, (life: object) => void>> = {
  quiz: (life) => (life as { start(round: object): void }).start({ seed: 1, length: 6 }),
  kiosk: (life) => (life as { start(): void }).start(),
};

describe.each(MODES)('mode %s keeps to its row:', (mode) => {
  const policy = getPolicy(mode);

  it('what is on the stage goes into the address, or does not', async () => {
    const { session, settings } = await open(mode);
    bindAddress(session, settings);
    session.act({ type: 'time', months: 3 });
    // what packs it is fetched first
    await vi.advanceTimersByTimeAsync(300);
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(1);
    expect(page.hash.includes('scenario=')).toBe(policy.address === 'stage');
  });

  it('chosen settings go into the address, or do not', async () => {
    const { settings } = await open(mode);
    bindSettings(settings);
    settings.setState({ lang: 'de' });
    await vi.advanceTimersByTimeAsync(300);
    expect(page.search).toBe(policy.keepsSettings ? '?lang=de' : '');
  });

  it('the address says how far someone has come under its own names alone', () => {
    const own = policy.progress.map((name) => `${name}=1`).join('&');
    const others = MODES.filter((other) => other !== mode).flatMap((other) => getPolicy(other).progress);
    const rest = ['lang=de', ...others.map((name) => `${name}=1`)].join('&');
    goTo(`/?${own && `${own}&`}${rest}#time=1`);
    writeProgress(mode, null);
    expect(page.search + page.hash).toBe(`?${rest}#time=1`);
    dropScenario();
    expect(page.search + page.hash).toBe('?lang=de');
  });

  it('a page round the frame leads into it, drives it, or learns nothing', async () => {
    const elsewhere = await open('explore');
    const shown = answerMessage(
      { columna: 1, command: 'show', settings: { mode } },
      elsewhere.session,
      elsewhere.settings,
      sayProblem,
    );
    expect(shown.ok).toBe(policy.frame === 'open');
    const { session, settings } = await open(mode);
    const read = answerMessage({ columna: 1, command: 'read' }, session, settings, sayProblem);
    expect(read.ok).toBe(policy.frame !== 'closed');
    expect(JSON.stringify(read).includes('61')).toBe(policy.frame !== 'closed');
  });

  it('the chart takes room from the picture, or does not', () => {
    const covered = (hasComparison: boolean) => calcParts(1000, hasComparison, mode)[0]!.coveredLeft > 0;
    expect(covered(false)).toBe(policy.chart !== 'never');
    expect(covered(true)).toBe(policy.chart === 'always');
  });

  it('sound is on or off, unless the address says otherwise', async () => {
    const { settings } = await open(mode);
    expect(settings.getState().sound).toBe(policy.sound === 'on');
    for (const sound of ['on', 'off']) {
      const asked = { get: (name: string) => ({ mode, sound })[name] ?? null };
      expect(createSettings(asked, false, 'en').getState().sound).toBe(sound === 'on');
    }
  });

  it('it stores nowhere, in the tab, or on the device', () => {
    const named = (findStorage(mode) as { name?: string } | null)?.name ?? 'none';
    expect(named).toBe({ none: 'none', tab: 'sessionStorage', device: 'localStorage' }[policy.storage]);
  });

  it('it gives the page back, at once or with its parts', async () => {
    const context = await open(mode);
    const { session, settings } = context;
    const life = OPENS.get(mode)?.(context);
    expect(life === undefined).toBe(!policy.givesPageBack);
    if (!life) return;
    life.enter();
    BEGIN[mode]?.(life);
    const isBack = () =>
      session.store.getState().scenario === BEFORE && settings.getState().view === 'three-quarter';
    session.open(HER);
    settings.setState({ view: 'back' });
    expect(isBack()).toBe(false);
    if (mode !== 'kiosk') {
      settings.setState({ mode: 'explore' });
      expect(isBack()).toBe(policy.leftAtOnce);
    }
    life.leave();
    expect(isBack()).toBe(true);
    // once
    session.open(HER);
    life.leave();
    expect(session.store.getState().scenario).toBe(HER);
  });
});

describe('a patient in the clinic', () => {
  it('rests on this row', () => {
    expect(getPolicy('clinic')).toMatchObject({
      address: 'nothing',
      progress: [],
      frame: 'closed',
      storage: 'tab',
      givesPageBack: true,
      leftAtOnce: true,
    });
  });

  it('is not told of by a story that was read before', async () => {
    const context = await open('story');
    const story = OPENS.get('story')!(context);
    story.enter();
    openStory(context).go(2);
    expect(page.search).toBe('?step=3');
    context.settings.setState({ mode: 'clinic' });
    story.leave();
    expect(page.search).toBe('');
    const clinic = OPENS.get('clinic')!(context);
    clinic.enter();
    openStory(context).go(4);
    expect(page.search + page.hash).toBe('');
    clinic.leave();
  });
});

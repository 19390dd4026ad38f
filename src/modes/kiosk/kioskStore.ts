import { createStore } from 'zustand/vanilla';
import type { ActName } from '../../core/activity/actTable.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { readAddress } from '../../runtime/address/address.ts';
import type { Settings, SettingsStore } from '../../runtime/device/settings.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { calcNeighbour, type Neighbour } from '../../runtime/session/neighbour.ts';
import { isBroken } from '../../runtime/session/runReads.ts';
import {
  createActivity,
  createScenario,
  dropFractures,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';
import type { Shown } from '../../runtime/session/session.ts';
import { lookAnew } from '../lookAnew.ts';
import type { ModeStore } from '../mode.ts';
import { createStay, type Page, whenShown } from '../stay.ts';
import { bindAttract } from './attract.ts';
import { type Bone, type BoneTScores, findBoneTScores } from './boneTScores.ts';
import { type CountsStore, createCounts } from './counts.ts';
import { guard } from './guard.ts';
import { createIdle, type Idle, readIdleS } from './idle.ts';
import { findUntreated } from './invite.ts';

export interface KioskState {
  /** Launch page, or the screen for visitors. */
  readonly screen: 'launch' | 'run';
  /** T-scores of the two bones; null until they are computed. */
  readonly boneTScores: BoneTScores | null;
  /** Effect of the cement on the stage on its neighbour; null while that is unknown. */
  readonly neighbour: Neighbour | null;
  readonly isStaff: boolean;
}

export interface Kiosk extends ModeStore<KioskState> {
  readonly idle: Idle;
  readonly counts: CountsStore;
  /** Locks the page and waits for visitors. */
  start(): void;
  /** Ends this and returns to the launch page, from which links lead on. */
  end(): void;
  perform(name: ActName): void;
  fill(): void;
  /** Gives the person this bone; repeats the last act if `again` is true. */
  setBone(bone: Bone, again: boolean): void;
  /** Restores the first person; the visitor's language stays. */
  restart(): void;
  closeStaff(): void;
}

/** Volume of cement, ml: the panel's default. */
const CEMENT_ML = 4;

let isOpening = true;
/** Whether the page was opened as a kiosk, and is not one by a change of mode since: then it starts at once. */
function opensAsKiosk(settings: SettingsStore): boolean {
  const wasOpening = isOpening;
  isOpening = false;
  return wasOpening && settings.getInitialState().mode === 'kiosk';
}

/** Creates a page that anybody may touch, and that is reset after each visit. */
export function createKiosk(page: Page): Kiosk {
  const { session, settings } = page;
  const store = createStore<KioskState>(() => ({
    screen: 'launch',
    boneTScores: null,
    neighbour: null,
    isStaff: false,
  }));
  const counts = createCounts();
  /** Settings that a visitor or the staff may change, as a new visit begins with them. */
  let kept: Partial<Settings> = {};
  let first: Scenario | null = null;

  const ask = createAsk(session.tryOut);

  /** Resets everything for a new visitor. */
  const renew = () => {
    lookAnew(settings, {
      ...kept,
      view: 'three-quarter',
      comparison: null,
      // a visitor who touched it before the bones were ready has begun
      rotating: idle.store.getState().phase === 'fresh',
    });
    session.clock.setSpeed(session.clock.usualSpeed);
    store.setState({ isStaff: false, neighbour: null });
    if (first) session.open(first);
    else void prepare();
  };
  const idle = createIdle(renew, () => session.clock.playing || session.store.getState().computing);

  const welcome = () => {
    counts.add('visits');
    // what the attract loop shows is not the visitor's
    if (first && session.store.getState().scenario.events.length > 0) session.open(first);
    settings.setState(({ viewAsked }) => ({ viewAsked: viewAsked + 1, rotating: false }));
  };

  /** Computes the bones of this kiosk's person; after a failure it is tried again for the next visitor. */
  const prepare = async () => {
    const { before } = run;
    if (!before) return;
    const person = dropFractures(before.scenario);
    try {
      const found = await findBoneTScores(person, ask);
      if (run.before !== before) return;
      first = createScenario(withPatient(person, { tScore: found.fragile }), []);
      store.setState({ boneTScores: found });
      renew();
    } catch {
      // replaced by a newer request, or the computation failed
    }
  };

  /** Counts the result of an act once it is computed, and then computes the effect of cement. */
  const follow = (shown: Shown) => {
    if (idle.store.getState().phase === 'fresh') return;
    const last = shown.run.results.events.at(-1);
    if (last && last.fractures.length > 0) counts.add('fractures');
    store.setState({ neighbour: null });
    calcNeighbour(shown.scenario, ask).then(
      (neighbour) => {
        if (session.store.getState().shown === shown) store.setState({ neighbour });
      },
      () => {},
    );
  };

  const withBone = (bone: Bone, events: readonly ScenarioEvent[]): Scenario =>
    createScenario(withPatient(first!, { tScore: store.getState().boneTScores![bone] }), events);

  const findBroken = (): boolean => {
    const { shown } = session.store.getState();
    return shown !== null && isBroken(shown.run);
  };

  /** Stay in the mode, from the launch page until that is shown again. */
  const run = createStay('kiosk', page, {
    begin() {
      const { lang, register, units, theme, sound } = settings.getState();
      kept = { lang, register, units, theme, sound };
      store.setState({ screen: 'run', boneTScores: null });
      run.until(
        whenShown(session, () => {
          run.keepPage();
          void prepare();
        }),
      );
      run.until(
        guard({
          settings,
          idle,
          idleS: readIdleS(readAddress(location)),
          onStaff: () => store.setState({ isStaff: true }),
        }),
      );
      run.until(
        idle.store.subscribe(({ phase }, { phase: was }) => {
          if (was === 'fresh' && phase === 'used') welcome();
        }),
      );
      run.until(bindAttract(page, () => (idle.store.getState().phase === 'fresh' ? first : null)));
      run.until(
        session.store.subscribe(({ shown }, { shown: was }) => {
          if (shown && shown !== was) follow(shown);
        }),
      );
    },
    end() {
      first = null;
      settings.setState(kept);
      store.setState({ screen: 'launch', boneTScores: null, isStaff: false });
    },
  });

  return {
    store,
    idle,
    counts,
    enter() {
      if (opensAsKiosk(settings)) run.enter();
    },
    leave: run.leave,
    start: run.enter,
    end: run.leave,
    perform(name) {
      const { scenario, computing } = session.store.getState();
      const last = scenario.events.at(-1);
      const isUnderWay = computing || session.clock.playing;
      // a second tap by a wet finger
      if (isUnderWay && last?.type === 'activity' && last.name === name) return;
      counts.add(name);
      const isWhole = scenario.events.every(({ type }) => type === 'activity') && !findBroken();
      session.replay({ ...scenario, events: [...(isWhole ? [] : scenario.events), createActivity(name)] });
    },
    fill() {
      const { shown } = session.store.getState();
      const level = shown && findUntreated(shown);
      if (!level) return;
      counts.add('cement');
      session.act({ type: 'cement', level, volumeMl: CEMENT_ML, method: 'vertebroplasty' });
    },
    setBone(bone, again) {
      counts.add(bone);
      const { events } = session.store.getState().scenario;
      const last = again ? events.filter(({ type }) => type === 'activity').at(-1) : undefined;
      if (last) session.replay(withBone(bone, [last]));
      else session.replace(withBone(bone, []));
    },
    restart() {
      if (first) session.open(first);
      settings.setState(({ viewAsked }) => ({ viewAsked: viewAsked + 1 }));
    },
    closeStaff: () => store.setState({ isStaff: false }),
  };
}

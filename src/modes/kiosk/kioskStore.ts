import { createStore } from 'zustand/vanilla';
import type { ActName } from '../../core/activity/actTable.ts';
import type { Scenario, ScenarioEvent } from '../../core/simulation/scenario.ts';
import { readAddress } from '../../runtime/address/address.ts';
import type { Settings } from '../../runtime/device/settings.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { isBroken } from '../../runtime/session/runReads.ts';
import {
  createActivity,
  createScenario,
  dropFractures,
  withPatient,
} from '../../runtime/session/scenarioEditor.ts';
import type { Shown } from '../../runtime/session/session.ts';
import type { ModeStore } from '../mode.ts';
import { createStay, type Page, whenShown } from '../stay.ts';
import { type Bone, type BoneTScores, findBoneTScores } from './boneTScores.ts';
import { type CountsStore, createCounts } from './counts.ts';
import { guard } from './guard.ts';
import { createIdle, type Idle, readIdleS } from './idle.ts';
import { findUntreated } from './invite.ts';
import { calcNeighbour, type Neighbour } from './neighbour.ts';

export interface KioskState {
  /** The launch page, or what visitors see. */
  readonly screen: 'launch' | 'run';
  /** Null until they are computed. */
  readonly boneTScores: BoneTScores | null;
  /** What the cement on the stage has changed; null while that is unknown. */
  readonly neighbour: Neighbour | null;
  readonly isStaff: boolean;
}

export interface Kiosk extends ModeStore<KioskState> {
  readonly idle: Idle;
  readonly counts: CountsStore;
  /** Locks the page and waits for visitors. */
  start(): void;
  /** Ends that: to the launch page, from which ways lead on. */
  end(): void;
  perform(name: ActName): void;
  fill(): void;
  /** Someone with this bone stands there; does the last act again where `again` says so. */
  setBone(bone: Bone, again: boolean): void;
  /** The first person again; the visitor's language stays. */
  restart(): void;
  closeStaff(): void;
}

/** Amount of cement, ml: the amount that the panel has at first. */
const CEMENT_ML = 4;

/** Whether the page was opened as a kiosk, and is not one by a change of mode since: then it starts at once. */
let isOpening = true;
function opensAsKiosk(): boolean {
  const [opened] = performance.getEntriesByType('navigation');
  const starts =
    isOpening && opened !== undefined && readAddress(new URL(opened.name)).get('mode') === 'kiosk';
  isOpening = false;
  return starts;
}

/** A page that anybody may touch, and that is as new after each. */
export function createKiosk(page: Page): Kiosk {
  const { session, settings } = page;
  const store = createStore<KioskState>(() => ({
    screen: 'launch',
    boneTScores: null,
    neighbour: null,
    isStaff: false,
  }));
  const counts = createCounts();
  /** What a visitor or the staff may change, as a new visit is to find it. */
  let kept: Partial<Settings> = {};
  let first: Scenario | null = null;

  const ask = createAsk(session.tryOut);

  /** Everything as a new visitor is to find it. */
  const renew = () => {
    settings.setState(({ viewAsked }) => ({
      ...kept,
      view: 'three-quarter',
      viewAsked: viewAsked + 1,
      // whoever touched it before the bones were ready has begun
      rotating: idle.store.getState().phase === 'fresh',
      comparison: null,
      selected: null,
      isolated: null,
    }));
    session.clock.setSpeed(session.clock.usualSpeed);
    store.setState({ isStaff: false, neighbour: null });
    if (first) session.open(first);
    else void prepare();
  };
  const idle = createIdle(renew);

  const welcome = () => {
    counts.add('visits');
    settings.setState(({ viewAsked }) => ({ viewAsked: viewAsked + 1, rotating: false }));
  };

  /** What nobody can see behind the warning waits for who comes back. */
  let isHalted = false;
  const halt = () => {
    isHalted = session.clock.playing;
    if (isHalted) session.clock.pause();
  };
  const goOn = () => {
    if (isHalted) session.clock.play();
  };

  /** Finds the bones of this kiosk's person; what fails here is tried again for the next visitor. */
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
      // something newer was asked, or the computation failed
    }
  };

  /** What an act has done is counted once it is computed; what cement has changed is computed then. */
  const follow = (shown: Shown) => {
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

  /** From the launch page until that is shown again. */
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
          if (was === phase) return;
          if (phase === 'warning') halt();
          else if (phase === 'used') (was === 'fresh' ? welcome : goOn)();
        }),
      );
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
      if (opensAsKiosk()) run.enter();
    },
    leave: run.leave,
    start: run.enter,
    end: run.leave,
    perform(name) {
      const { scenario, computing } = session.store.getState();
      const last = scenario.events.at(-1);
      const isUnderWay = computing || session.clock.playing;
      // a second tap of a wet finger
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

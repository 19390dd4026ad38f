import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { writeProgress } from '../../runtime/address/progress.ts';
import { createAsk } from '../../runtime/session/ask.ts';
import { createSimulator } from '../../runtime/worker/createSimulator.ts';
import { lookAnew } from '../lookAnew.ts';
import type { ModeStore } from '../mode.ts';
import { createStay, type Page, whenShown } from '../stay.ts';
import type { Lines } from './lines.ts';
import { poseQuestion } from './pose.ts';
import type { Given, Posed } from './question.ts';
import { bindQuizLesson } from './quizLesson.ts';
import { getKinds, isRight, type Round, type RoundLength, SEED_COUNT } from './round.ts';
import { readRoundAddress, writeRoundAddress } from './roundAddress.ts';

export interface QuizState {
  readonly screen: 'start' | 'computing' | 'asked' | 'answered' | 'failed' | 'done' | 'seen';
  readonly round: Round | null;
  /** Outcome of each question answered so far, right or wrong. */
  readonly outcomes: readonly boolean[];
  readonly posed: Posed | null;
  readonly given: Given | null;
  /** What was given to each question of this round; empty where an earlier visit answered it. */
  readonly answers: readonly (Given | null)[];
  /** Index of the question of a done round that is looked at again. */
  readonly seen: number | null;
  /** Positions of the lines over the radiograph; null until they are moved. */
  readonly lines: Lines | null;
  readonly sent: readonly boolean[] | null;
  readonly refused: 'refused.round' | 'refused.score' | null;
  /** Overrides of the lab, which the answers follow. */
  readonly overrides: Scenario['overrides'];
}

export interface Quiz extends ModeStore<QuizState> {
  start(round: Round): void;
  choose(given: Given): void;
  lay(lines: Lines, angleDeg: number): void;
  check(given: Given): void;
  next(): void;
  /** Shows a question of a round that is done again, with what was given and why. */
  look(index: number): void;
  retry(): void;
  home(): void;
}

/** Whether a question's answer is shown. */
export const isAnswered = (screen: QuizState['screen']): boolean =>
  screen === 'answered' || screen === 'seen';

export const drawRound = (length: RoundLength): Round => ({
  seed: crypto.getRandomValues(new Uint32Array(1))[0]! % SEED_COUNT,
  length,
});

const NEW: Omit<QuizState, 'overrides'> = {
  screen: 'start',
  round: null,
  outcomes: [],
  posed: null,
  given: null,
  answers: [],
  seen: null,
  lines: null,
  sent: null,
  refused: null,
};

export function createQuiz(page: Page): Quiz {
  const { session, settings } = page;
  const store = createStore<QuizState>(() => ({ ...NEW, overrides: undefined }));
  const { getState: get, setState: set } = store;
  let simulator: ReturnType<typeof createSimulator> | null = null;
  /** Questions of this round, computed one after the other, ahead of time. */
  let questions: Promise<Posed>[] = [];
  let token = 0;

  const getQuestion = (index: number): Promise<Posed> => {
    const { round, overrides } = get();
    const mine = token;
    const ask = createAsk(async (scenario) => (mine === token ? simulator?.run(scenario, 'whatIf') : null));
    const kind = getKinds(round!)[index]!;
    const earlier = questions[index - 1] ?? Promise.resolve();
    questions[index] ??= earlier
      .catch(() => null)
      .then(() => poseQuestion(round!.seed, kind, ask, overrides));
    return questions[index];
  };

  const show = async () => {
    const { round, outcomes } = get();
    const index = outcomes.length;
    if (!round) return;
    writeRoundAddress(round, outcomes);
    if (index >= round.length) {
      set({ screen: 'done', posed: null, seen: null });
      return;
    }
    const mine = token;
    set({ screen: 'computing', posed: null, given: null, lines: null });
    const posed = await getQuestion(index).catch(() => null);
    if (mine !== token) return;
    if (!posed) {
      delete questions[index];
      set({ screen: 'failed' });
      return;
    }
    lookAnew(settings, { view: 'three-quarter', comparison: null, tinted: false });
    session.open(posed.asked);
    set({ screen: 'asked', posed });
    if (index + 1 < round.length) getQuestion(index + 1).catch(() => {});
  };

  const begin = (round: Round, outcomes: readonly boolean[]) => {
    // the page as it was before the first question
    const before = stay.keepPage();
    token += 1;
    questions = [];
    simulator ??= createSimulator();
    set({ ...NEW, sent: get().sent, round, outcomes, overrides: before.scenario.overrides });
    void show();
  };

  const readAddress = () => {
    const { round, outcomes, sent, refused } = readRoundAddress(location);
    token += 1;
    set({ ...NEW, round, sent, refused, overrides: session.store.getState().scenario.overrides });
    // the scenario of a link is opened first: the page returns to it
    if (round && outcomes)
      stay.until(
        whenShown(session, () => get().screen === 'start' && get().round === round && begin(round, outcomes)),
      );
  };

  const stay = createStay('quiz', page, {
    begin() {
      stay.until(bindQuizLesson(store, session.lesson));
      readAddress();
      addEventListener('hashchange', readAddress);
      stay.until(() => removeEventListener('hashchange', readAddress));
      // a vertebra that is tapped in the picture is an answer
      stay.until(
        settings.subscribe(({ selected }, { selected: was }) => {
          const { screen, posed } = get();
          if (selected !== was && selected && screen === 'asked' && posed?.answer.type === 'level')
            set({ given: selected });
        }),
      );
      stay.until(
        session.store.subscribe(({ scenario }) => {
          if (!stay.before) set({ overrides: scenario.overrides });
        }),
      );
    },
    end() {
      token += 1;
      simulator?.dispose();
      simulator = null;
      writeProgress('quiz', null);
    },
  });

  return {
    store,
    enter: stay.enter,
    leave: stay.leave,
    start: (round) => begin(round, []),
    choose: (given) => set({ given }),
    lay: (lines, angleDeg) => set({ lines, given: angleDeg }),
    check(given) {
      const { screen, posed, round, outcomes, answers } = get();
      if (screen !== 'asked' || !posed || !round) return;
      const now = [...outcomes, isRight(posed.answer, given)];
      const answered = [...answers];
      answered[outcomes.length] = given;
      set({ screen: 'answered', given, answers: answered, outcomes: now });
      writeRoundAddress(round, now);
      settings.setState({ tinted: true, selected: null });
      if (posed.truth !== posed.asked) session.replay(posed.truth);
    },
    next: () => void show(),
    async look(index) {
      const mine = token;
      const posed = await getQuestion(index).catch(() => null);
      if (mine !== token || get().screen !== 'done') return;
      if (!posed) {
        set({ screen: 'failed' });
        return;
      }
      lookAnew(settings, { view: 'three-quarter', comparison: null, tinted: true });
      session.open(posed.truth);
      set({ screen: 'seen', posed, seen: index, given: get().answers[index] ?? null });
    },
    retry() {
      // a worker that could not start is replaced by another one
      simulator?.dispose();
      simulator = createSimulator();
      token += 1;
      questions = [];
      void show();
    },
    home() {
      token += 1;
      set({ ...NEW });
      writeProgress('quiz', null);
    },
  };
}

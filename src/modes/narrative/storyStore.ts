import { createStore, type StoreApi } from 'zustand/vanilla';
import { createAsk } from '../../runtime/session/ask.ts';
import { createScenario, type Person } from '../../runtime/session/scenarioEditor.ts';
import { createSimulator } from '../../runtime/worker/createSimulator.ts';
import type { Simulator } from '../../runtime/worker/simulator.ts';
import { SECTIONS, type SectionName } from '../helps/sections.ts';
import { lookAnew } from '../lookAnew.ts';
import type { Page } from '../stay.ts';
import { findStory, type StoryFigures } from './figures.ts';
import { getScene, type Scene, STEPS, type StepName } from './steps.ts';

/** What of it is open: its steps, what helps, or the page to take home. */
export type Place = 'steps' | 'helps' | 'handout';

export interface StoryState {
  readonly person: Person | null;
  /** Figures computed so far. */
  readonly figures: Partial<StoryFigures>;
  readonly failed: boolean;
  /** Index of the step. */
  readonly at: number;
  /** Whether the reader asked to see how a fracture happens. */
  readonly showing: boolean;
  readonly place: Place;
  /** Which question of what helps is answered. */
  readonly section: SectionName;
}

export interface Story {
  readonly store: StoreApi<StoryState>;
  /** Tells the story of a person from a step on. */
  begin(person: Person, at?: number): void;
  go(at: number): void;
  show(showing: boolean): void;
  retry(): void;
  /** Opens a place; the stage shows this person as entered, or the step. */
  visit(place: Place): void;
  /** Answers a question of what helps. */
  look(section: SectionName): void;
  /** Leaves the stage to others; the computation continues. */
  rest(): void;
  end(): void;
}

export const getStep = ({ at }: StoryState): StepName => STEPS[at]!;

export const getStoryScene = (state: StoryState): Scene | null =>
  getScene(getStep(state), state.figures, state.showing);

/** Story of one person, computed while it is told; each step sets the session's stage. */
export function createStory(page: Page): Story {
  const { session, settings } = page;
  const store = createStore<StoryState>(() => ({
    person: null,
    figures: {},
    failed: false,
    at: 0,
    showing: false,
    place: 'steps',
    section: SECTIONS[0],
  }));
  const { getState: get, setState: set } = store;
  let simulator: Simulator | null = null;
  let token = 0;
  /** Present stage, as text: a step that shows the same does not open it again. */
  let staged = '';
  let isOnStage = false;

  const stage = () => {
    const scene = getStoryScene(get());
    if (!scene || !isOnStage) return;
    const now = JSON.stringify(scene);
    if (now === staged) return;
    staged = now;
    const isReduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const { view, comparison, tinted, rotating } = scene;
    lookAnew(settings, { view, comparison, tinted, rotating: rotating && !isReduced });
    // a scenario that is there already is not computed again: it plays from where the still was
    if (session.store.getState().scenario !== scene.scenario) session.open(scene.scenario);
  };

  const compute = async (person: Person) => {
    token += 1;
    const mine = token;
    simulator ??= createSimulator();
    const ask = createAsk(async (scenario) => (mine === token ? simulator?.run(scenario, 'whatIf') : null));
    set({ person, figures: {}, failed: false, showing: false });
    try {
      for await (const part of findStory(person, ask)) {
        if (mine !== token) return;
        set(({ figures }) => ({ figures: { ...figures, ...part } }));
        stage();
      }
    } catch {
      if (mine === token) set({ failed: true });
    }
  };

  return {
    store,
    begin(person, at = 0) {
      const known = get().person;
      set({ at: Math.min(STEPS.length - 1, Math.max(0, at)), showing: false, place: 'steps' });
      staged = '';
      isOnStage = true;
      if (known && JSON.stringify(known) === JSON.stringify(person)) stage();
      else void compute(person);
    },
    go(at) {
      if (at < 0 || at >= STEPS.length) return;
      set({ at, showing: false });
      stage();
    },
    show(showing) {
      set({ showing });
      stage();
    },
    retry() {
      const { person } = get();
      if (person) void compute(person);
    },
    visit(place) {
      const { person } = get();
      set({ place });
      isOnStage = place === 'steps';
      staged = '';
      if (isOnStage) stage();
      else if (person) showPerson(page, person);
    },
    look: (section) => set({ section }),
    rest() {
      isOnStage = false;
    },
    end() {
      token += 1;
      isOnStage = false;
      simulator?.dispose();
      simulator = null;
      set({
        person: null,
        figures: {},
        failed: false,
        at: 0,
        showing: false,
        place: 'steps',
        section: SECTIONS[0],
      });
    },
  };
}

/** The person as she or he came, from the side, with nothing laid over. */
function showPerson({ session, settings }: Page, person: Person): void {
  lookAnew(settings, { view: 'side', comparison: null, tinted: false, rotating: false });
  session.open(createScenario(person, []));
}

import type { Results } from '../core/simulation/results/results.ts';
import type { Scenario, ScenarioEvent } from '../core/simulation/scenario.ts';
import type { Lesson } from '../runtime/session/lesson.ts';
import { getPolicy, MODES, type ModeName } from '../runtime/session/modePolicy.ts';

/** Phase of the computation and its playback. */
export type State = 'computing' | 'playing' | 'paused' | 'ready' | 'error';
/** Detail of the event `state`. */
export interface StateDetail {
  readonly state: State;
  readonly timeS: number;
  readonly fractureCount: number;
}
/** Answer to a command; what went wrong comes as one sentence each. */
export type Answer<T = object> = ({ readonly ok: true } & T) | Refusal;
interface Refusal {
  readonly ok: false;
  readonly problems: readonly string[];
}
/** Answer to `read`. */
export interface Reading {
  readonly state: State;
  readonly timeS: number;
  readonly scenario: Scenario;
  readonly results: Results | null;
}
export type { Lesson, Results, Scenario, ScenarioEvent };

interface Events {
  readonly state: CustomEvent<StateDetail>;
  readonly lesson: CustomEvent<Lesson>;
  readonly problems: CustomEvent<readonly string[]>;
}

/** Attributes that are settings of the page, under their names there. */
const SETTINGS = ['mode', 'theme', 'lang', 'register', 'units', 'view', 'twin'] as const;
/** Modes that a page around may open: a patient's or a museum's screen it may not. */
const OPEN: readonly ModeName[] = MODES.filter((mode) => getPolicy(mode).frame === 'open');
const STYLE =
  ':host { display: block; height: 40rem; } :host([hidden]) { display: none; } iframe { width: 100%; height: 100%; border: 0; }';

/**
 * `<columna-spine scenario='{…}' mode="quiz">`: Columna in a frame, driven by attributes and methods. Attributes: `scenario` (JSON),
 * `mode`, `theme`, `lang`, `register`, `units`, `view`, `twin`, and `src`, the address of the page if this module lies elsewhere.
 * Events: `state` and `lesson`, as the page tells them, and `problems`, where it refuses what an attribute says.
 */
export class ColumnaSpine extends HTMLElement {
  static readonly observedAttributes = [...SETTINGS, 'scenario', 'src'];

  #frame: HTMLIFrameElement | null = null;
  /** Whether the page in the frame listens. */
  #listens = false;
  #waiting: (() => void)[] = [];
  readonly #asked = new Map<number, (answer: Answer) => void>();
  #lastId = 0;

  get scenario(): string | null {
    return this.getAttribute('scenario');
  }
  /** An object is written as JSON; null leaves what is shown. */
  set scenario(value: Scenario | object | string | null) {
    if (value === null) this.removeAttribute('scenario');
    else this.setAttribute('scenario', typeof value === 'string' ? value : JSON.stringify(value));
  }

  override addEventListener<N extends keyof Events>(
    name: N,
    listener: (event: Events[N]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  override addEventListener(
    name: string,
    listener: unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    super.addEventListener(name, listener as EventListenerOrEventListenerObject, options);
  }

  open(scenario: Scenario | object | string): Promise<Answer> {
    return this.#ask('open', { scenario });
  }
  act(event: ScenarioEvent | object): Promise<Answer> {
    return this.#ask('act', { event });
  }
  seek(timeS: number): Promise<Answer> {
    return this.#ask('seek', { timeS });
  }
  show(settings: Readonly<Record<string, string | null>>): Promise<Answer> {
    return this.#ask('show', { settings });
  }
  /** State, time, scenario and results. */
  read(): Promise<Answer<Reading>> {
    return this.#ask<Reading>('read');
  }
  play = (): Promise<Answer> => this.#ask('play');
  pause = (): Promise<Answer> => this.#ask('pause');
  undo = (): Promise<Answer> => this.#ask('undo');
  redo = (): Promise<Answer> => this.#ask('redo');
  reset = (): Promise<Answer> => this.#ask('reset');

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.#frame = document.createElement('iframe');
    this.#frame.title = this.title || 'Columna';
    this.#frame.allow = 'fullscreen; clipboard-write';
    this.#frame.src = this.#calcAddress();
    root.replaceChildren(style, this.#frame);
    window.addEventListener('message', this.#hear);
  }

  disconnectedCallback(): void {
    window.removeEventListener('message', this.#hear);
    this.#frame = null;
    this.#forget('The element was removed from its page.');
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (!this.#frame || before === value) return;
    if (name === 'src') {
      this.#forget('The element was given another page.');
      this.#frame.src = this.#calcAddress();
    } else if (name === 'scenario') {
      // before the page listens, what stands there by then is opened
      if (value !== null && this.#listens) this.#sayProblems(this.open(value));
    } else if (value !== null || name === 'twin') this.#sayProblems(this.show({ [name]: value }));
  }

  #calcAddress(): string {
    const url = new URL(
      this.getAttribute('src') ?? './',
      this.hasAttribute('src') ? document.baseURI : import.meta.url,
    );
    for (const name of SETTINGS) {
      const value = this.getAttribute(name);
      if (value === null) continue;
      if (name !== 'mode' || OPEN.includes(value as ModeName)) url.searchParams.set(name, value);
      else this.#complain([`mode must be ${OPEN.join(', ')}, not ${value.slice(0, 40)}.`]);
    }
    url.searchParams.set('embed', location.origin);
    return url.href;
  }

  #ask<T = object>(command: string, values: object = {}): Promise<Answer<T>> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      if (!this.#frame) {
        resolve({ ok: false, problems: ['The element is in no page.'] });
        return;
      }
      this.#asked.set(id, resolve as (answer: Answer) => void);
      const post = () => {
        const { contentWindow, src } = this.#frame!;
        contentWindow?.postMessage({ columna: 1, id, command, ...values }, new URL(src).origin);
      };
      if (this.#listens) post();
      else this.#waiting.push(post);
    });
  }

  readonly #hear = ({ data, source, origin }: MessageEvent): void => {
    if (!this.#frame || source !== this.#frame.contentWindow || data?.columna !== 1) return;
    if (origin !== new URL(this.#frame.src).origin) return;
    const { columna: _, tells, id, ...rest } = data;
    if (!this.#listens) {
      this.#listens = true;
      const { scenario } = this;
      if (scenario !== null) this.#sayProblems(this.open(scenario));
      for (const post of this.#waiting.splice(0)) post();
    }
    if (tells === 'state' || tells === 'lesson') this.#tell(tells, rest);
    this.#asked.get(id)?.(rest);
    this.#asked.delete(id);
  };

  #forget(why: string): void {
    this.#listens = false;
    this.#waiting = [];
    for (const answer of this.#asked.values()) answer({ ok: false, problems: [why] });
    this.#asked.clear();
  }

  #tell(name: keyof Events, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  async #sayProblems(asked: Promise<Answer>): Promise<void> {
    const answer = await asked;
    if (!answer.ok && this.#frame) this.#complain(answer.problems);
  }

  #complain(problems: readonly string[]): void {
    console.warn(`columna-spine: ${problems.join(' ')}`);
    this.#tell('problems', problems);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'columna-spine': ColumnaSpine;
  }
}
if (!customElements.get('columna-spine')) customElements.define('columna-spine', ColumnaSpine);

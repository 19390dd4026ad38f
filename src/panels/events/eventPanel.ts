import type { ComponentType } from 'react';
import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** Panel of a type of event. */
export interface EventPanel<E extends ScenarioEvent> {
  /** Control that performs it. */
  readonly Control: ComponentType;
  /** Whether a clinic's visit offers it. */
  readonly inVisit: boolean;
  /** Short description for the list of events. */
  describe(event: E, language: Language, imperial: boolean): string;
  /** Text while it plays and when it is done, if nothing has broken. */
  say(event: E, moment: EventMoment, language: Language): string;
}

export interface EventMoment {
  readonly shown: Shown;
  readonly atEnd: boolean;
}

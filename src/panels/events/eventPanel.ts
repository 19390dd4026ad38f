import type { ComponentType } from 'react';
import type { ScenarioEvent } from '../../core/simulation/scenario.ts';
import type { Language } from '../../i18n/translate.ts';
import type { Shown } from '../../runtime/session/session.ts';

/** What the panels need of a type of event. */
export interface EventPanel<E extends ScenarioEvent> {
  /** With what it is done; null where another type's control does it too. */
  readonly Control: ComponentType | null;
  /** Whether a clinic's visit offers it. */
  readonly inVisit: boolean;
  /** It in a few words, for the list of what was done. */
  describe(event: E, language: Language, imperial: boolean): string;
  /** What is said while it plays and when it is done, where it has broken nothing. */
  say(event: E, moment: EventMoment, language: Language): string;
}

export interface EventMoment {
  readonly shown: Shown;
  readonly atEnd: boolean;
}

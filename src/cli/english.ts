import type { Refusal } from '../core/simulation/acts/refusal.ts';
import type { Problem } from '../core/simulation/problem.ts';
import { compileMessages } from '../i18n/compile.ts';
import base from '../i18n/en/base.json' with { type: 'json' };
import problems from '../i18n/en/problems.json' with { type: 'json' };
import { sayTrouble } from '../i18n/say.ts';
import { createLanguage, type Language, type Texts } from '../i18n/translate.ts';

// English texts for the terminal

/** Language with numbers as in a scenario: scripts read these lines too. */
const english: Language = {
  ...createLanguage('en', 'plain', compileMessages(base) as Texts<'base'>),
  number: String,
};
const tell = english.read<'problems'>(compileMessages(problems) as Texts<'problems'>);

export const sayProblem = (problem: Problem): string => sayTrouble(problem, english, tell);

export const sayRefusal = ({ code, values }: Refusal): string => english.t(`refusal.${code}`, values);

import type { Coded } from '../../core/quantity/coded.ts';
import type { Problem } from '../../core/simulation/problem.ts';

/** A link that is cut off or damaged, a computation that failed. */
export type PageTrouble = Coded<'link' | 'computation'>;

/** A file that could not be opened, and what is wrong with the scenario in one. */
export type FileTrouble =
  | Coded<'file.results' | 'file.json' | 'file.large' | 'file.unread' | 'file.more'>
  | (Coded<'file.problem'> & { readonly problem: Problem });

/** Why something could not be done, without words. */
export type Trouble = PageTrouble | FileTrouble | Problem;

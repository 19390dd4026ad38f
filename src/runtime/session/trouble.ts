import type { Coded } from '../../core/quantity/coded.ts';
import type { Problem } from '../../core/simulation/problem.ts';

/** Problem with a link that is cut off or damaged, or a failed computation. */
export type PageTrouble = Coded<'link' | 'computation'>;

/** Problem with a file that could not be opened, and the problems of the scenario in one. */
export type FileTrouble =
  | Coded<'file.results' | 'file.json' | 'file.large' | 'file.unread' | 'file.more'>
  | (Coded<'file.problem'> & { readonly problem: Problem });

/** Problem as a code, without words. */
export type Trouble = PageTrouble | FileTrouble | Problem;

import type assignment from './en/assignment.json';
import type base from './en/base.json';
import type cement from './en/cement.json';
import type clinic from './en/clinic.json';
import type glossary from './en/glossary.json';
import type handout from './en/handout.json';
import type hearing from './en/hearing.json';
import type helps from './en/helps.json';
import type images from './en/images.json';
import type inside from './en/inside.json';
import type kiosk from './en/kiosk.json';
import type moment from './en/moment.json';
import type problems from './en/problems.json';
import type quiz from './en/quiz.json';
import type sheets from './en/sheets.json';
import type story from './en/story.json';
import type take from './en/take.json';
import type visits from './en/visits.json';

/** English files, which determine the keys. A namespace is a file of each language; `base` is loaded with the page. */
interface English {
  readonly assignment: typeof assignment;
  readonly base: typeof base;
  readonly sheets: typeof sheets;
  readonly glossary: typeof glossary;
  readonly quiz: typeof quiz;
  readonly story: typeof story;
  readonly clinic: typeof clinic;
  readonly hearing: typeof hearing;
  readonly helps: typeof helps;
  readonly handout: typeof handout;
  readonly images: typeof images;
  readonly inside: typeof inside;
  readonly kiosk: typeof kiosk;
  readonly visits: typeof visits;
  readonly moment: typeof moment;
  readonly take: typeof take;
  readonly cement: typeof cement;
  readonly problems: typeof problems;
}
export type Namespace = keyof English;
export type KeyOf<N extends Namespace> = keyof English[N];

export type Key = KeyOf<'base'>;
export type SheetKey = KeyOf<'sheets'>;
export type QuizKey = KeyOf<'quiz'>;
export type StoryKey = KeyOf<'story'>;
export type ClinicKey = KeyOf<'clinic'>;
export type KioskKey = KeyOf<'kiosk'>;

type TermOf<K> = K extends `${infer Term}.name` ? Term : never;
/** Term in the glossary, with the keys `term.name`, `term.plain` and, for clinicians, `term.clinical`. */
export type TermName = TermOf<KeyOf<'glossary'>>;

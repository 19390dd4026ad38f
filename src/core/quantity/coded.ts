/** Something to be said, as a code and its figures: the sentence is made where the language is known. */
export interface Coded<C extends string = string> {
  readonly code: C;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Message as a code and its values; the sentence is made where the reader's language is known. */
export interface Coded<C extends string = string> {
  readonly code: C;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A file of texts, its messages compiled by src/build/messages.ts. */
declare module '*.json?icu' {
  const messages: import('./translate.ts').Messages;
  export default messages;
}

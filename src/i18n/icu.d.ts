/** File of texts whose messages were compiled by src/build/messages.ts. */
declare module '*.json?icu' {
  const messages: import('./translate.ts').Messages;
  export default messages;
}

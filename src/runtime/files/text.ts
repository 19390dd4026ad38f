/** How a text's bytes are to be read. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** By its mark; where it has none by the zero beside its first character, which in JSON is an ASCII one. */
function findEncoding([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** A file's text, in the encodings that editors and terminals write JSON in; without the mark some put before it. */
export const readText = (bytes: Uint8Array): string => new TextDecoder(findEncoding(bytes)).decode(bytes);

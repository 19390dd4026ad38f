/** Encoding of a text's bytes. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Encoding by the byte order mark; without one by a zero beside the first character, which is ASCII in JSON. */
function findEncoding([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}

/** Text of a file in the encodings in which editors and terminals write JSON, without a byte order mark. */
export const readText = (bytes: Uint8Array): string => new TextDecoder(findEncoding(bytes)).decode(bytes);

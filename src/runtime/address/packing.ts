import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';

/** Longest text that a link may unpack to, characters; a longer one is refused before it fills the memory. */
const MAX_UNPACKED = 200_000;
/** Bytes inflated at a time: deflate expands at most 1032-fold, so one step stays below half a megabyte. */
const STEP_BYTES = 400;

/** Packs a text: deflate, then base64url. */
export function pack(text: string): string {
  let binary = '';
  for (const byte of deflateSync(strToU8(text), { level: 9 })) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** CRC-32 of a text (ISO 3309, as in zip and PNG), 8 hexadecimal digits: detects links changed in transit. */
export function calcCheck(text: string): string {
  let remainder = ~0;
  for (const byte of strToU8(text)) {
    remainder ^= byte;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  }
  return (~remainder >>> 0).toString(16).padStart(8, '0');
}

/** Unpacks what `pack` made; null where it is invalid or too large. */
export function unpack(packed: string): string | null {
  if (packed.length > MAX_UNPACKED || !/^[\w-]+$/.test(packed)) return null;
  try {
    const binary = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return inflateBounded(bytes);
  } catch {
    return null;
  }
}

function inflateBounded(bytes: Uint8Array): string | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const inflate = new Inflate((chunk, final) => {
    chunks.push(chunk);
    length += chunk.length;
    ended = final;
  });
  for (let at = 0; at < bytes.length && length <= MAX_UNPACKED; at += STEP_BYTES)
    inflate.push(bytes.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= bytes.length);
  if (length > MAX_UNPACKED || !ended) return null;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return strFromU8(whole);
}

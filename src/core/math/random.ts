import { cos, ln } from './transcendental.ts';

/** Source of random numbers, the same on every machine. */
export interface Random {
  /** 0 … 2³² − 1. */
  uint32(): number;
  /** 0 ≤ x < 1, 53 bits. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  normal(): number;
}

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

/** Mixes 32 bits one to one: the finaliser of MurmurHash3 (A. Appleby), which splitmix uses too. */
function mix(x: number): number {
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** A seed from a text: FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo) over its UTF-16 units. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * An independent random stream for each pair of seed and stream number, so that a person's results do not depend on who was computed
 * before, or where. No two streams of a seed start in the same state: `mix` is one to one.
 */
export function createRandom(seed: number, stream = 0): Random {
  const random = createRandomFrom([
    mix(seed + 0x9e3779b9),
    mix(stream + 0x7f4a7c15),
    mix(seed ^ rotate(stream, 16)) ^ 0x1ce4e5b9,
    0x133111eb,
  ]);
  const WARM_UP = 16; // the first numbers still show how the four words were filled
  for (let n = 0; n < WARM_UP; n++) random.uint32();
  return random;
}

/** The generator xoshiro128** 1.1 (D. Blackman, S. Vigna 2018) from a given state of four words, not all zero. */
export function createRandomFrom(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number];
  const uint32 = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result;
  };
  const uniform = (): number => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992;
  return {
    uint32,
    uniform,
    // Box and Muller; 1 − u is never 0
    normal: () => Math.sqrt(-2 * ln(1 - uniform())) * cos(2 * Math.PI * uniform()),
  };
}

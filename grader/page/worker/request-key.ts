const { imul } = Math;
const Words = Int32Array;
const Bytes = Uint8Array;

const seeds = [0x2545f491, 0x6c078965] as const;
const factors = [0xcc9e2d51, 0x85ebca6b] as const;

const turned = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/** 32 bits of a request, as MurmurHash3 mixes them. */
function hashed(buffer: ArrayBuffer, byteLength: number, seed: number, factor: number): number {
  const whole = byteLength >>> 2;
  const words = new Words(buffer, 0, whole);
  let hash = seed ^ byteLength;
  const mix = (word: number): void => {
    hash ^= imul(turned(imul(word, factor), 15), 0x1b873593);
    hash = imul(turned(hash, 13), 5) + 0x38495ab5;
  };
  for (let at = 0; at < whole; at++) mix(words[at] as number);
  const rest = new Bytes(buffer, 4 * whole, byteLength - 4 * whole);
  for (let at = 0; at < rest.length; at++) mix(rest[at] as number);
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * What a request for an answer is told from others by, with the grader and in a student's worker alike. 64 bits, for those
 * of a training run are some thousands; who makes two of them alike gets the right answer to the other.
 */
export const requestKey = (buffer: ArrayBuffer, byteLength: number): string =>
  `${hashed(buffer, byteLength, seeds[0], factors[0])} ${hashed(buffer, byteLength, seeds[1], factors[1])}`;

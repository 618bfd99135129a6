/** A generator of random numbers with a state of its own. */
export interface RandomStream {
  /** U[0, 1) with 32 random bits. */
  uniform(): number;
  /** N(0, 1), by Box and Muller (1958). */
  normal(): number;
}

/**
 * Taken once: in the sandbox each look at a global costs as much as a draw, and what a student does to Math stays theirs.
 */
const { cos, imul, log, PI, sin, sqrt } = Math;

/**
 * A stream that depends on its 32-bit seed alone: sfc32 (Doty-Humphrey, PractRand), its state filled by splitmix32.
 *
 * The methods need no `this`, so that `const { normal } = rng` works in a student's hands.
 */
export function createRng(seed: number): RandomStream {
  let mix = seed | 0;
  const splitmix32 = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let t = mix ^ (mix >>> 16);
    t = imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let a = splitmix32();
  let b = splitmix32();
  let c = splitmix32();
  let counter = 1;
  const next = (): number => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return t >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  let spare: number | undefined;
  const uniform = (): number => next() / 2 ** 32;
  const normal = (): number => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    // The half keeps the logarithm away from 0, where it is infinite.
    const radius = sqrt(-2 * log((next() + 0.5) / 2 ** 32));
    const angle = 2 * PI * uniform();
    spare = radius * sin(angle);
    return radius * cos(angle);
  };
  return { uniform, normal };
}

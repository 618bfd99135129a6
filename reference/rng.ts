/** A generator of random numbers with a state of its own. */
export interface RandomStream {
  /** U[0, 1) with 32 random bits. */
  uniform(): number;
  /** N(0, 1), by Box and Muller (1958). */
  normal(): number;
}

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
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
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
    const radius = Math.sqrt(-2 * Math.log((next() + 0.5) / 2 ** 32));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
  return { uniform, normal };
}

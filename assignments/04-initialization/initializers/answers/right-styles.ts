import type { Matrix } from '../../../../reference/numerics/types.ts';
import type { Initializer } from '../../../../reference/weights/initializers.ts';
import { fanOf, type Scheme } from '../../parameters.ts';
import type { Draw, OfFans } from './wrong-weights.ts';

/** What draws the weights of one layer. */
type OfLayer = (rng: Draw, fanIn: number, fanOut: number) => () => number;

/** Column after column: another order of the same draws. */
const byColumns =
  (of: OfLayer): Initializer =>
  (fanIn, fanOut, rng) => {
    const draw = of(rng, fanIn, fanOut);
    const rows: Matrix = Array.from({ length: fanOut }, () => new Array<number>(fanIn));
    for (let i = 0; i < fanIn; i++) {
      for (let j = 0; j < fanOut; j++) rows[j]![i] = draw();
    }
    return rows;
  };

/** Numbers of 32 bits, from the last row to the first. */
const inSinglePrecision =
  (of: OfLayer): Initializer =>
  (fanIn, fanOut, rng) => {
    const draw = of(rng, fanIn, fanOut);
    const rows: Matrix = [];
    for (let j = 0; j < fanOut; j++) {
      const row = new Array<number>(fanIn);
      for (let i = 0; i < fanIn; i++) row[i] = Math.fround(draw());
      rows.unshift(row);
    }
    return rows;
  };

/** A number from U[−1, 1), in ways of one's own. */
const ofUniform =
  (limit: OfFans, draw: (rng: Draw) => number): OfLayer =>
  (rng, ...fans) => {
    const most = limit(...fans);
    return () => most * draw(rng);
  };

export const uniformStyles = (limit: OfFans): { readonly [style: string]: Initializer } => ({
  'from-the-lower-end': byColumns((rng, ...fans) => {
    const most = limit(...fans);
    return () => -most + 2 * most * rng.uniform();
  }),
  'about-the-middle-in-single-precision': inSinglePrecision(ofUniform(limit, (rng) => 2 * (rng.uniform() - 0.5))),
  'sign-and-size': byColumns(ofUniform(limit, (rng) => (rng.uniform() < 0.5 ? -1 : 1) * rng.uniform())),
  'mirrored-draw': byColumns(ofUniform(limit, (rng) => 1 - 2 * rng.uniform())),
  'angle-of-two-normals': byColumns(ofUniform(limit, (rng) => Math.atan2(rng.normal(), rng.normal()) / Math.PI)),
});

/** Box & Muller with a logarithm of (0, 1], both numbers of a pair in use. */
function boxMuller(rng: Draw): () => number {
  const spare: number[] = [];
  return () => {
    const kept = spare.pop();
    if (kept !== undefined) return kept;
    const radius = Math.sqrt(-2 * Math.log(1 - rng.uniform()));
    const angle = 2 * Math.PI * rng.uniform();
    spare.push(radius * Math.sin(angle));
    return radius * Math.cos(angle);
  };
}

/** Marsaglia's polar method. */
function polar(rng: Draw): number {
  for (;;) {
    const u = 2 * rng.uniform() - 1;
    const v = 2 * rng.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

const ofNormal =
  (std: OfFans, draw: (rng: Draw) => number): OfLayer =>
  (rng, ...fans) => {
    const unit = std(...fans);
    return () => unit * draw(rng);
  };

export const normalStyles = (std: OfFans): { readonly [style: string]: Initializer } => ({
  'by-columns': byColumns(ofNormal(std, (rng) => rng.normal())),
  'in-single-precision': inSinglePrecision(ofNormal(std, (rng) => rng.normal())),
  polar: byColumns(ofNormal(std, polar)),
  'box-muller': byColumns((rng, ...fans) => {
    const normal = boxMuller(rng);
    const unit = std(...fans);
    return () => normal() * unit;
  }),
  'mean-of-two': byColumns(ofNormal(std, (rng) => (rng.normal() - rng.normal()) / Math.SQRT2)),
});

/** As the documentation of libraries has it. */
const stdBetweenTwo = 0.87962566103423978;

/** Drawn again until it is between −2 and 2. */
function again(draw: () => number): number {
  let z = draw();
  while (Math.abs(z) > 2) z = draw();
  return z / stdBetweenTwo;
}

export const truncatedStyles = (std: OfFans): { readonly [style: string]: Initializer } => ({
  'by-columns': byColumns(ofNormal(std, (rng) => again(rng.normal))),
  'in-single-precision': inSinglePrecision(ofNormal(std, (rng) => again(rng.normal))),
  polar: byColumns(ofNormal(std, (rng) => again(() => polar(rng)))),
  'accepted-by-density': byColumns(
    ofNormal(std, (rng) => {
      for (;;) {
        const z = 4 * rng.uniform() - 2;
        if (rng.uniform() < Math.exp((-z * z) / 2)) return z / stdBetweenTwo;
      }
    }),
  ),
});

export const stdOf =
  ({ scale, mode }: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt(scale) / Math.sqrt(fanOf(mode, ...fans));
export const limitOf =
  ({ scale, mode }: Scheme): OfFans =>
  (...fans) =>
    Math.sqrt((3 * scale) / fanOf(mode, ...fans));

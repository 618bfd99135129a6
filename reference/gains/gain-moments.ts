import { dot } from '../numerics/linear-algebra.ts';
import type { Vector } from '../numerics/types.ts';
import { Corrections } from '../statistics/corrections.ts';
import { normalRule } from '../statistics/normal-mean.ts';
import { gammaTails, logGamma } from '../statistics/statistics.ts';
import { deadGain } from './log-gain.ts';
import { departureFromNormal, type WeightFamily } from './unit-input.ts';

/**
 * Moments of the gain of one layer behind an activation f, given the signal that comes in: G = (1/n) Σ X_j over its n
 * units, X = f(z)²/E f(Z)², where Z ~ N(0, 1), and z = Σ u_i·w_i is the input of a unit. For normal weights z is Z, and
 * E[G] = 1; for others all expectations are those of Z, corrected by the characteristic function of z (unit-input.ts):
 *
 * E h(z) = E h(Z) + (1/2π) ∫ (E e^(itz) − e^(−t²/2)) ĥ(t) dt, for h = X, X², X³ and e^(−μX).
 *
 * A gain below `deadGain` counts as that: nothing may be left of a signal behind ReLU.
 */
type Function = (z: number) => number;

/** μ from 1e-5 to 64, evenly in ln μ, for (Σ X)^−s = (1/Γ(s)) ∫ μ^s e^(−μ Σ X) d ln μ. */
const logStep = 1 / 4;
const logMu = Array.from({ length: 64 }, (_, j) => Math.log(1e-5) + j * logStep);
const mu = logMu.map(Math.exp);
const [leastMu, largestMu] = [mu[0]!, mu.at(-1)!];

/** What quadrature, the last frequency and |z| > 8 leave is below this, for X that grow no faster than z². */
const margin = 1e-5;

/** What rounding leaves of an expectation that is nothing; it may come out below 0. */
const nothing = 1e-12;

/** E X, E X², E X³ and E e^(−μX) for each μ. */
type Expectations = readonly number[];
const moments = 3;

/** h, as a function of X. */
const ofSquare: readonly Function[] = [
  ...Array.from({ length: moments }, (_, k) => (x: number) => x ** (k + 1)),
  ...mu.map((m) => (x: number) => Math.exp(-m * x)),
];

export interface Table {
  /** X */
  readonly square: Function;
  readonly ofNormal: Expectations;
  /** logMoment of these, by n and s. */
  readonly momentsOfNormal: Map<string, number>;
  /** Of each h. Only where weights are not normal. */
  corrections: Corrections | undefined;
}

const tables = new WeakMap<Function, Table>();

export function tableOf(f: Function): Table {
  const known = tables.get(f);
  if (known) return known;
  const rule = normalRule((z) => f(z) ** 2);
  const nodes = rule.nodes.flatMap((z) => [z, -z]);
  const weights = rule.weights.flatMap((weight) => [weight, weight]);
  const meanSquare = dot(
    weights,
    nodes.map((z) => f(z) ** 2),
  );
  const square = (z: number): number => f(z) ** 2 / meanSquare;
  const x = nodes.map(square);
  const table: Table = {
    square,
    ofNormal: ofSquare.map((h) => dot(weights, x.map(h))),
    momentsOfNormal: new Map(),
    corrections: undefined,
  };
  tables.set(f, table);
  return table;
}

export function expectationsOf(table: Table, family: WeightFamily, direction: Vector): Expectations {
  if (family === 'normal') return table.ofNormal;
  const departure = departureFromNormal(family, direction);
  table.corrections ??= new Corrections(ofSquare, table.square);
  return table.corrections
    .upTo(departure.length)
    .map((correction, h) => Math.max(table.ofNormal[h]! + dot(departure, correction), nothing));
}

/** ln E[max(G, deadGain)^s] of a layer of n units, at most. Exponents s > 0 are whole, and at most 3. */
export function logMoment(expectations: Expectations, n: number, s: number): number {
  return s > 0 ? logPositiveMoment(expectations, n, s) : logNegativeMoment(expectations, n, -s);
}

function logPositiveMoment(expectations: Expectations, n: number, s: number): number {
  const [m1 = 0, m2 = 0, m3 = 0] = expectations;
  const sums = [
    n * m1,
    n * m2 + n * (n - 1) * m1 ** 2,
    n * m3 + 3 * n * (n - 1) * m2 * m1 + n * (n - 1) * (n - 2) * m1 ** 3,
  ];
  // P(G < deadGain) ≤ e^(μ·n·deadGain)·(E e^(−μX))^n for each μ.
  let dead = 0;
  for (let j = 0; j < mu.length; j++) {
    dead = Math.min(dead, n * (mu[j]! * deadGain + Math.log(expectations[moments + j]!)));
  }
  return Math.log(sums[s - 1]! / n ** s + deadGain ** s * Math.exp(dead)) + margin;
}

/** The integral ends at largestMu; so much is left out of it where G ≥ deadGain, at most, and made up for. */
function logNegativeMoment(expectations: Expectations, n: number, s: number): number {
  let sum = leastMu ** s / s;
  for (let j = 0; j < logMu.length; j++) {
    const isEnd = j === 0 || j === logMu.length - 1;
    sum += (isEnd ? 0.5 : 1) * logStep * Math.exp(s * logMu[j]! + n * Math.log(expectations[moments + j]!));
  }
  const kept = gammaTails(s, n * largestMu * deadGain).lower;
  return Math.log(sum) + s * Math.log(n) - logGamma(s) - Math.log(kept) + margin;
}

export function logMomentOfNormal({ ofNormal, momentsOfNormal }: Table, n: number, s: number): number {
  const key = `${n}/${s}`;
  const moment = momentsOfNormal.get(key) ?? logMoment(ofNormal, n, s);
  momentsOfNormal.set(key, moment);
  return moment;
}

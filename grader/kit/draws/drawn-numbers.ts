import type { Data } from '../values/data.ts';
import type { Distribution } from './distribution.ts';
import { type Draws, numbersIn } from './draws.ts';

/** What came back of some draws: each call's answer, its numbers, and all of them in standard deviations from the mean. */
export interface Drawn extends Draws {
  readonly answers: readonly Data[];
  readonly calls: readonly (readonly number[])[];
  readonly units: Float64Array;
}

/** @param values the answers to the calls of all draws */
export function drawnOf(draws: Draws, values: readonly Data[]): Drawn {
  const { first, states, distribution } = draws;
  const answers = values.slice(first, first + states.length);
  const calls = answers.map(numbersIn);
  const { mean, std } = distribution;
  const units = new Float64Array(calls.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const numbers of calls) for (const x of numbers) units[at++] = (snapped(x, distribution) - mean) / (std || 1);
  return { ...draws, answers, calls, units };
}

/** Of numbers that are rounded: 1 / 0.3 may be written in several ways. */
const slack = 1e-9;

/** A number that differs by rounding from one that can be drawn is that number. */
export function snapped(x: number, { values }: Distribution): number {
  if (values === undefined) return x;
  for (const value of values) if (Math.abs(x - value) <= slack * Math.max(1, Math.abs(value))) return value;
  return x;
}

/** Whether a number can be drawn at all. */
export function isAllowed(x: number, distribution: Distribution): boolean {
  const { support, values } = distribution;
  const [from, to] = support;
  if (values) return values.includes(snapped(x, distribution));
  const room = slack * Math.max(1, Math.abs(from), Math.abs(to));
  return Number.isFinite(x) && (Number.isFinite(room) ? x >= from - room && x <= to + room : x >= from && x <= to);
}

import * as fc from 'fast-check';
import { createRng } from '../../../reference/numerics/rng.ts';
import type { Domain, Landmark } from '../domain/domain.ts';
import { type Random, randomFrom, small } from '../domain/kinds/random.ts';
import { placedAt } from '../domain/placing.ts';
import { type Data, isList, isRecord, isRngSeed, RngSeed } from '../values/data.ts';
import type { Distribution } from './distribution.ts';

export type Args = readonly Data[];

/** Calls with the same arguments, each with another state of the generator. */
export interface Draws {
  readonly args: Args;
  readonly distribution: Distribution;
  /** Where the first of its calls is among those of all draws. */
  readonly first: number;
  readonly states: readonly number[];
}

/** Of a task whose answers are drawn: where they are demanded, what they are drawn from, and the right function. */
export interface Drawing {
  readonly domain: Domain<Args>;
  readonly landmarks: readonly Landmark<Args>[];
  readonly distribution: (args: Args) => Distribution;
  readonly answer: (args: Args) => Data;
}

/** So many numbers at least are drawn at each landmark: a standard deviation that is half as large again is seen. */
const numbersAtLandmark = 200;
/** And so many of ordinary arguments, if they come in so few calls: they tell one mistake from another. */
const [numbersOfOrdinary, mostCalls] = [9000, 2000];
/** Of so many ordinary arguments those are taken that are answered with the most numbers. */
const candidates = 12;
export const ordinaryDraws = 3;

/** All that one check draws: of ordinary arguments, then at each landmark. */
export const drawsOf = (drawing: Drawing): fc.Arbitrary<readonly Draws[]> =>
  fc.integer().map((seed) => drawsAt(drawing, seed));

function drawsAt({ domain, landmarks, distribution, answer }: Drawing, seed: number): readonly Draws[] {
  const [random, wide] = [randomFrom(seed, small), randomFrom(seed + 1)];
  let first = 0;
  const sizeOf = (args: Args): number => Math.max(1, numbersIn(answer(args)).length);
  const draws = (args: Args, least: number): Draws => {
    const calls = Math.min(mostCalls, Math.max(2, Math.ceil(least / sizeOf(args))));
    const states = Array.from({ length: calls }, () => stateFrom(random));
    const made = { args, distribution: distribution(args), first, states };
    first += calls;
    return made;
  };
  const ordinary = Array.from({ length: candidates }, () => domain.draw(wide))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, ordinaryDraws);
  const placed = landmarks.flatMap((mark) => {
    const args = placedAt(domain, mark, random);
    // One that is not reached `verify` reports.
    return args === undefined ? [] : [args];
  });
  return [
    ...ordinary.map((args) => draws(args, numbersOfOrdinary)),
    ...placed.map((args) => draws(args, numbersAtLandmark)),
  ];
}

const stateFrom = ({ next }: Random): number => Math.floor(next() * 2 ** 31);

/** The calls of some draws, one draw after the other. */
export const callsOf = (all: readonly Draws[]): readonly Args[] =>
  all.flatMap(({ args, states }) => states.map((state) => withState(args, state)));

const withState = (args: Args, state: number): Args => args.map((arg) => (isRngSeed(arg) ? new RngSeed(state) : arg));

/** Arguments as a function of this process receives them. */
export const live = (args: Args): readonly unknown[] => args.map((arg) => (isRngSeed(arg) ? createRng(arg.seed) : arg));

/** All numbers of an answer, in their order. */
export function numbersIn(data: Data): readonly number[] {
  if (typeof data === 'number') return [data];
  if (isList(data)) return data.every((entry) => typeof entry === 'number') ? data : data.flatMap(numbersIn);
  return isRecord(data) ? Object.values(data).flatMap(numbersIn) : [];
}

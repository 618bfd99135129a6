import type { Data } from '../values/data.ts';
import type { Domain } from './domain.ts';
import { type Random, randomFrom, small, spreadRandoms } from './kinds/random.ts';
import { atEach, atLandmarks, type Shows } from './placing.ts';
import type { TaskDomain } from './task-domain.ts';
import { shownBy } from './ways.ts';

type Args = readonly Data[];
type Right = (args: Args) => unknown;

/** Draws over the whole domain: of numbers alone, and of lists and nets, which cost more. */
const [drawsOfNumbers, drawsOfLists] = [400, 24];

const isOfNumbers = (domain: Domain<Args>): boolean =>
  domain.draw(randomFrom(0, small)).every((arg) => typeof arg !== 'object');

/** So many small inputs have neighbors: of functions of numbers more, for many of them are flat almost everywhere. */
const [neighborsOfNumbers, neighborsOfLists] = [40, 6];

/** Numbers that people write: an answer may be wrong for one of them alone. */
const round = [
  0.25, 0.5, 0.75, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 16, 20, 24, 25, 28, 30, 32, 40, 50, 60, 64,
]
  .concat(100, 128, 200, 255, 256, 300, 400, 500, 512, 600, 784, 800, 1000, 1024, 2000, 4096, 5000, 1e4)
  .concat(0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 0.125, 0.01, 0.02, 0.05, 0.99, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8);
const ordinaryInputs = 8;

/** Each of these numbers, and its negative, in the place of each number among the arguments, as far as the domain has it. */
function roundCases(domain: Domain<Args>, random: Random): readonly Args[] {
  const ordinary = Array.from({ length: ordinaryInputs }, () => domain.draw(random));
  const some = round.flatMap((x) => [x, -x]);
  return ordinary[0]!.flatMap((arg, k) =>
    typeof arg === 'number' ? some.map((x, i) => ordinary[i % ordinaryInputs]!.with(k, x)).filter(domain.contains) : [],
  );
}

/** Inputs at every landmark, where an answer that is wrong there would be seen. */
export function landmarkCases(of: TaskDomain, right: Right, seed: number): readonly Args[] {
  const { domain, named, compare, hasRounding } = of;
  const shows: Shows<Args> = (args) => {
    const answer = right(args) as Data;
    return shownBy(answer, hasRounding, (wrong) => compare?.(args, answer, wrong) !== undefined);
  };
  return [...atLandmarks({ domain, shows, seed }), ...atEach({ domain, shows, seed: ~seed }, named)];
}

/**
 * What a check asks of a task at a seed: every landmark, and as many inputs over the whole domain as there is time for,
 * spread so that each stratum of each size and each number is met; and inputs that are nearly the same as others.
 *
 * @param made inputs at every landmark, where they have been made before
 */
export function casesOf(of: TaskDomain, right: Right, seed: number, made?: readonly Args[]): readonly Args[] {
  const { domain, draws } = of;
  const areNumbers = isOfNumbers(domain);
  const modest = randomFrom(seed ^ 0x5eed, small);
  const alike = areNumbers
    ? spreadRandoms(~seed, neighborsOfNumbers).map((random) => domain.draw(random))
    : Array.from({ length: neighborsOfLists }, () => domain.draw(modest));
  return [
    ...alike.flatMap((args) => [args, ...(domain.neighbors?.(args, modest) ?? [])]),
    ...(made ?? landmarkCases(of, right, seed)),
    ...spreadRandoms(seed, draws ?? (areNumbers ? drawsOfNumbers : drawsOfLists)).map((random) => domain.draw(random)),
    ...(areNumbers ? roundCases(domain, modest) : []),
  ];
}

const [fewRepeated, spreadRepeated] = [3, 9];

/** What is asked twice, to see whether the answer stays and the arguments do: small inputs, and some of every size. */
export const repeatedCasesOf = ({ domain }: TaskDomain, seed: number): readonly Args[] => {
  const modest = randomFrom(~seed, small);
  return [
    ...Array.from({ length: fewRepeated }, () => domain.draw(modest)),
    ...spreadRandoms(seed, spreadRepeated).map((random) => domain.draw(random)),
  ];
};

import type { Data } from '../values/data.ts';
import type { Domain } from './domain.ts';
import { randomFrom, small, spreadRandoms } from './kinds/random.ts';
import { atEach, atLandmarks, type Shows } from './placing.ts';
import { roundCases } from './rounds/round-cases.ts';
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

/** Inputs at every landmark, and with every number that people write, where an answer that is wrong there would be seen. */
export function landmarkCases(of: TaskDomain, right: Right, seed: number): readonly Args[] {
  const { domain, named, compare, hasRounding } = of;
  const shows: Shows<Args> = (args) => {
    const answer = right(args) as Data;
    return shownBy(answer, hasRounding, (wrong) => compare?.(args, answer, wrong) !== undefined);
  };
  const isSeen = (args: Args): boolean => shows(args).some(Boolean);
  return [
    ...atLandmarks({ domain, shows, seed }),
    ...atEach({ domain, shows, seed: ~seed }, named),
    ...roundCases<Args>({ domain, right: (args) => right(args) as Data, isSeen, seed }),
  ];
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

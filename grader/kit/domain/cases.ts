import type { Data } from '../data.ts';
import type { Domain, Landmark } from './domain.ts';
import { type Random, randomFrom, spreadRandoms } from './random.ts';
import type { TaskDomain } from './task-domain.ts';

type Args = readonly Data[];

/** As often an ordinary input is tried, until one can be brought to a landmark. */
const mostTries = 40;

/** An input at a landmark; none if it was not reached, which `verify` reports. */
export function placedAt<T>(domain: Domain<T>, { place, isAt }: Landmark<T>, random: Random): T | undefined {
  for (let tries = 0; tries < mostTries; tries++) {
    const value = place(domain.draw(random), random);
    if (isAt(value)) return value;
  }
  return undefined;
}

const atEach = (domain: Domain<Args>, mark: Landmark<Args>, random: Random): readonly Args[] => {
  const args = placedAt(domain, mark, random);
  return args === undefined ? [] : [args];
};

const mostRounds = 12;

/** Inputs that are together at all of these, each of which takes one entry of many; those that are left over follow. */
function atSeveral(domain: Domain<Args>, marks: readonly Landmark<Args>[], random: Random): readonly Args[] {
  const found: Args[] = [];
  let left = marks;
  for (let rounds = 0; rounds < mostRounds && left.length > 0; rounds++) {
    let args = domain.draw(random);
    for (const { place } of left) args = place(args, random);
    found.push(args);
    left = left.filter(({ isAt }) => !isAt(args));
  }
  return [...found, ...left.flatMap((mark) => atEach(domain, mark, random))];
}

/** How many numbers there are to compute with. */
const sizeOf = (data: Data): number => {
  if (Array.isArray(data)) return data.reduce((sum: number, entry) => sum + sizeOf(entry), 0);
  if (typeof data !== 'object' || data === null) return 1;
  return Object.values(data).reduce((sum: number, field) => sum + sizeOf(field), 0);
};

const [fewestDraws, mostDraws, numbersDrawn] = [24, 200, 3000];

/** As many as there is time for: hundreds of numbers, some tens of nets. */
function usualDraws(domain: Domain<Args>): number {
  const examples = Array.from({ length: 8 }, (_, seed) => domain.draw(randomFrom(seed)));
  const mean = examples.reduce((sum, args) => sum + sizeOf(args), 0) / examples.length;
  return Math.round(Math.min(mostDraws, Math.max(fewestDraws, numbersDrawn / mean)));
}

/** What one law asks once: a call, and the same call again where it is to be seen whether the answer stays. */
export interface Case {
  readonly args: Args;
  readonly isRepeated: boolean;
}

/** At each landmark so many inputs: at one alone, a wrong answer may be right by chance. */
const inputsAtEach = 2;
/** So many of the draws are asked twice; landmarks all are. */
const repeatedDraws = 8;

/**
 * What a check asks at a seed: every landmark, and as many inputs over the whole domain as there is time for, spread so
 * that each stratum of each size and each number is met; and inputs that are nearly the same as others.
 */
export function casesOf({ domain, landmarks, draws = usualDraws(domain) }: TaskDomain, seed: number): readonly Case[] {
  const [any, modest] = [randomFrom(seed), randomFrom(~seed, true)];
  const [local, other] = [true, false].map((is) => landmarks().filter(({ isLocal = false }) => isLocal === is));
  const alike = [modest, modest, modest, any].flatMap((random) => {
    const args = domain.draw(random);
    return [args, ...(domain.neighbors?.(args, any) ?? [])];
  });
  const each = Array.from({ length: inputsAtEach });
  const atLandmarks = each.flatMap(() => [
    ...other!.flatMap((mark) => atEach(domain, mark, modest)),
    ...atSeveral(domain, local!, modest),
  ]);
  const drawn = spreadRandoms(seed, draws).map((random) => domain.draw(random));
  return [
    ...[...atLandmarks, ...alike].map((args) => ({ args, isRepeated: true })),
    ...drawn.map((args, i) => ({ args, isRepeated: i < repeatedDraws })),
  ];
}

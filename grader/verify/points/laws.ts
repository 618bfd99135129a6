import type { Law } from '../../kit.ts';
import { lawProblems } from '../failing-answers.ts';
import { nameOf, survivals, type Trial } from '../trial.ts';
import { type Point, problem } from '../verification.ts';

/** With fewer seeds, chance could be taken for a law that is not needed. */
const enoughSeeds = 5;

/**
 * 5. Every law is needed: at most seeds some wrong answer, a misconception or a mutant, would pass without it. Most and
 * not all, because another law may meet the same mistake by chance, the more often the more seeds there are. A law that
 * is not seen to be needed at a few seeds is tried at more.
 *
 * The grader's own laws, out of the domains, are not counted: they stop nearly everything, and say least of why it is wrong.
 */
export function lawsPoint(
  laws: readonly Law[],
  wrong: readonly Trial[],
  seeds: readonly number[],
  /** The wrong answers to the task of a law, tried at other seeds. */
  tryAgain: (law: Law, seeds: readonly number[]) => readonly Trial[],
): Point {
  const mutants = wrong.filter(({ candidate }) => candidate.role === 'mutant');
  const surviving = mutants.flatMap((trial) => {
    const [seed, ...more] = survivals(trial, seeds);
    const values = { seed: seed ?? 0, surviving: more.length + 1, runs: seeds.length };
    return seed === undefined ? [] : [problem('mutant-survives', nameOf(trial), values)];
  });
  const own = laws.filter(({ isOfGrader = false }) => !isOfGrader);
  const isUnneeded = (law: Law): boolean => {
    if (isNeeded(law, wrong, seeds)) return false;
    if (seeds.length >= enoughSeeds) return true;
    const [first = 0] = seeds;
    const more = Array.from({ length: enoughSeeds }, (_, index) => (first + seeds.length + index) % 2 ** 32);
    return !isNeeded(law, tryAgain(law, more), more);
  };
  const unneeded = own.filter(isUnneeded);
  return {
    name: 'laws',
    figures: { laws: own.length, needed: own.length - unneeded.length, mutants: mutants.length },
    problems: [
      ...lawProblems(mutants),
      ...surviving,
      ...unneeded.map(({ task, id }) => problem('law-not-needed', `${task}/${id}`)),
    ],
  };
}

function isNeeded(law: Law, wrong: readonly Trial[], seeds: readonly number[]): boolean {
  const isAlone = ({ stops }: Trial, row: number): boolean => {
    const [first, ...others] = stops[row]!.filter((stop) => !stop.law.isOfGrader);
    return first?.law === law && others.length === 0;
  };
  const alone = seeds.filter((_, row) => wrong.some((trial) => isAlone(trial, row)));
  return alone.length > seeds.length / 2;
}

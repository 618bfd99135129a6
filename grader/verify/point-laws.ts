import type { Law } from '../kit.ts';
import { lawProblems } from './failing-answers.ts';
import { nameOf, survivals, type Trial } from './trial.ts';
import { type Point, problem } from './verification.ts';

/**
 * 5. Every law is needed: at most seeds some wrong answer, a misconception or a mutant, would pass without it. Most and
 * not all, because another law may meet the same mistake by chance, the more often the more seeds there are.
 *
 * The grader's own laws, out of the domains, are not counted: they stop nearly everything, and say least of why it is wrong.
 */
export function lawsPoint(laws: readonly Law[], wrong: readonly Trial[], seeds: readonly number[]): Point {
  const mutants = wrong.filter(({ candidate }) => candidate.role === 'mutant');
  const surviving = mutants.flatMap((trial) => {
    const [seed, ...more] = survivals(trial, seeds);
    const values = { seed: seed ?? 0, surviving: more.length + 1, runs: seeds.length };
    return seed === undefined ? [] : [problem('mutant-survives', nameOf(trial), values)];
  });
  const own = laws.filter(({ isOfDomain = false }) => !isOfDomain);
  const unneeded = own.filter((law) => !isNeeded(law, wrong, seeds));
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
    const [first, ...others] = stops[row]!.filter((stop) => !stop.law.isOfDomain);
    return first?.law === law && others.length === 0;
  };
  const alone = seeds.filter((_, row) => wrong.some((trial) => isAlone(trial, row)));
  return alone.length > seeds.length / 2;
}

import type { Law } from '../contract.ts';
import { lawProblems } from './failing-answers.ts';
import { nameOf, survivals, type Trial } from './trial.ts';
import { type Point, problem } from './verification.ts';

/**
 * 5. Every law is needed: without it some wrong answer, a misconception or a mutant, would pass at most seeds. Most and
 * not all, because another law may meet the same mistake by chance, the more often the more seeds there are.
 */
export function lawsPoint(laws: readonly Law[], wrong: readonly Trial[], seeds: readonly number[]): Point {
  const mutants = wrong.filter(({ candidate }) => candidate.role === 'mutant');
  const surviving = mutants.flatMap((trial) => {
    const [seed, ...more] = survivals(trial, seeds);
    const values = { seed: seed ?? 0, surviving: more.length + 1, runs: seeds.length };
    return seed === undefined ? [] : [problem('mutant-survives', nameOf(trial), values)];
  });
  const unneeded = laws.filter((law) => !wrong.some((trial) => isNeededFor(trial, law)));
  return {
    name: 'laws',
    figures: { laws: laws.length, needed: laws.length - unneeded.length, mutants: mutants.length },
    problems: [
      ...lawProblems(mutants),
      ...surviving,
      ...unneeded.map(({ task, id }) => problem('law-not-needed', `${task}/${id}`)),
    ],
  };
}

function isNeededFor({ stops }: Trial, law: Law): boolean {
  const alone = stops.filter((row) => row.length === 1 && row[0]?.law === law);
  return alone.length > stops.length / 2;
}

import type { Law, NamedAnswer } from '../../grader/kit.ts';
import { nameOf, survivals } from '../../grader/verify/trial.ts';
import { tryAnswers } from '../../grader/verify/try-answers.ts';

/** The seeds at which every answer that is wrong in one region of its arguments alone has to lose. */
const allSeeds = Array.from({ length: 20 }, (_, index) => 1 + index);
export const firstSeeds = allSeeds.slice(0, 3);
export const otherSeeds = allSeeds.slice(3);

/** The answers that pass at some of the seeds, with those. The right ones are asked first, and where the others say no more. */
export function survivors(
  assignment: string,
  tasks: readonly Pick<NamedAnswer, 'id' | 'answer'>[],
  laws: readonly Law[],
  wrong: readonly NamedAnswer[],
  seeds: readonly number[],
): Readonly<Record<string, string>> {
  const candidates = [
    ...tasks.map(({ id, answer }) => ({ id: 'reference', task: id, answer, role: 'reference' as const })),
    ...wrong.map((one) => ({ ...one, role: 'mutant' as const })),
  ];
  const trials = tryAnswers(assignment, laws, candidates, { seeds });
  return Object.fromEntries(
    trials
      .filter(({ candidate }) => candidate.role === 'mutant')
      .map((trial) => [nameOf(trial), survivals(trial, seeds)] as const)
      .filter(([, passed]) => passed.length > 0)
      .map(([name, passed]) => [name, passed.join(' ')]),
  );
}

/** For all numbers with so many decimals, the right answer; for those between them, that of the nearest. */
export const fromTable =
  <Answer>(right: (x: number) => Answer, digits: number) =>
  (x: number): Answer =>
    right(Number(x.toFixed(digits)));

/** Single precision, as a Float32Array has it. */
export const single = Math.fround;

import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import { formsIn } from '../activations/other-forms.ts';
import { type ActivationPair, type ComparedActivation, hasExactBounds } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

function outputMutants(task: SaturationTasks['firstFromOutput'], one: ComparedActivation): Proof['mutants'] {
  const ends: readonly number[] = hasExactBounds(one) ? one.shape.bounds : [];
  return mutants(task, {
    'from-a-table': (a) => task.answer(ends.includes(a) ? a : Number(a.toFixed(2))),
    ...(ends.length > 0
      ? { 'wrong-at-the-ends': (a: number) => (ends.includes(a) ? 1 : task.answer(a)) }
      : { 'off-by-little': (a: number) => task.answer(a) + 1e-10 }),
  });
}

export const fromOutputProof = (
  { firstFromOutput, secondFromOutput }: SaturationTasks,
  { first, second }: ActivationPair,
): Proof => ({
  rightAnswers: [
    ...rightAnswers(firstFromOutput, formsIn(first).output),
    ...rightAnswers(secondFromOutput, formsIn(second).output),
  ],
  mutants: [...outputMutants(firstFromOutput, first), ...outputMutants(secondFromOutput, second)],
});

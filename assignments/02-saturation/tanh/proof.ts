import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import { formsIn } from '../activations/other-forms.ts';
import type { ActivationPair } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

/** Farther out than the other laws ask. */
const isFar = (z: number): boolean => Math.abs(z) > 21;

export function tanhProof({ value, slope }: SaturationTasks, { second }: ActivationPair): Proof {
  const forms = formsIn(second);
  return {
    rightAnswers: [...rightAnswers(value, forms.value), ...rightAnswers(slope, forms.slope)],
    mutants: [
      ...mutants(value, {
        'off-on-both-sides-alike': (z) => value.answer(z) + (isFar(z) ? 0 : 1e-7 * z),
        'off-for-negatives': (z) => value.answer(z) + (z < 0 && !isFar(z) ? 1e-7 : 0),
        'gives-up-far-out': (z) => (isFar(z) ? Number.NaN : value.answer(z)),
      }),
    ],
  };
}

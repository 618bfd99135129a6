import { mutants, type Proof, rightAnswers } from '../../../grader/kit.ts';
import type { Squashing } from '../../../reference/activations/squashing.ts';
import { fallsTo } from '../activations/bisection.ts';
import { formsIn, type OtherForms } from '../activations/other-forms.ts';
import { type ActivationPair, activationNamed, both } from '../activations/pair.ts';
import type { SaturationTasks } from '../reference.ts';

function otherAnswers(t: SaturationTasks, pair: ActivationPair): Proof['rightAnswers'] {
  const [first, second] = [formsIn(pair.first), formsIn(pair.second)];
  const shapeOf = (code: string): Squashing => activationNamed(pair, code).shape;
  const formsAs = (code: string): OtherForms => (code === pair.first.code ? first : second);
  return [
    ...rightAnswers(t.saturatedFraction, {
      loop: (code, units, threshold) => {
        const { activate, derivativeFromOutput } = shapeOf(code);
        let count = 0;
        for (const z of units) if (derivativeFromOutput(activate(z)) < threshold) count += 1;
        return units.length > 0 ? count / units.length : 0;
      },
      'mean-of-flags': (code, units, threshold) =>
        units.reduce((sum, z) => sum + Number(shapeOf(code).derivative(z) < threshold) / units.length, 0),
    }),
    ...rightAnswers(t.gradientBound, {
      loop: (code, depth) => {
        let product = 1;
        for (let layer = 0; layer < depth; layer++) product *= shapeOf(code).derivative(0);
        return product;
      },
      'by-logarithms': (code, depth) => Math.exp(depth * Math.log(shapeOf(code).steepest)),
    }),
    ...rightAnswers(t.saturationPoint, {
      'of-the-textbook': (code, threshold) =>
        shapeOf(code).inverse(formsAs(code).activationAt(threshold / shapeOf(code).steepest)),
      bisection: (code, threshold) => fallsTo(threshold, shapeOf(code).derivative, activationNamed(pair, code).limit),
      'without-the-activation': (code, threshold) => formsAs(code).pointAt(threshold / shapeOf(code).steepest),
    }),
  ];
}

function wrongAnswers(t: SaturationTasks, pair: ActivationPair): Proof['mutants'] {
  const isModerate = (code: string, threshold: number): boolean =>
    threshold > 0.002 * activationNamed(pair, code).shape.steepest;
  return [
    ...mutants(t.gradientBound, {
      ...Object.fromEntries(
        both(pair).map((one) => [
          `a-quarter-for-${one.id}`,
          (code: string, depth: number) => t.gradientBound.answer(code, depth) * (code === one.code ? 0.25 : 1),
        ]),
      ),
    }),
    ...mutants(t.saturationPoint, {
      'moderate-ones-off': (code, threshold) =>
        t.saturationPoint.answer(code, threshold) * (isModerate(code, threshold) ? 1 + 1e-5 : 1),
      'small-ones-off': (code, threshold) =>
        t.saturationPoint.answer(code, threshold) * (isModerate(code, threshold) ? 1 : 1 + 1e-5),
    }),
  ];
}

export const saturationProof = (tasks: SaturationTasks, pair: ActivationPair): Proof => ({
  rightAnswers: otherAnswers(tasks, pair),
  mutants: wrongAnswers(tasks, pair),
});

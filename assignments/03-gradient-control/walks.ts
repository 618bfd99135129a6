import { calculation, type Step, sumOfProducts, type Walk, walk } from '../../grader/contract.ts';
import { recurrentForward } from '../../reference/recurrent.ts';
import type { Matrix, Vector } from '../../reference/types.ts';
import type { GradientControlTasks } from './reference.ts';

type UnrolledArgs = [recurrentWeights: Matrix, states: Vector[], outputGradient: Vector];

const example = (recurrentWeights: Matrix, inputs: Vector[], outputGradient: Vector): UnrolledArgs => [
  recurrentWeights,
  recurrentForward(
    recurrentWeights,
    outputGradient.map(() => 0),
    inputs,
  ),
  outputGradient,
];

/** Numbers that no two factors share. */
const examples: readonly UnrolledArgs[] = [
  example([[1.3]], [[0.6], [-0.2], [0.3]], [0.7]),
  example(
    [
      [0.9, -0.7],
      [1.3, 0.4],
    ],
    [
      [0.6, -0.5],
      [-0.2, 0.4],
      [0.3, 0.2],
    ],
    [0.7, -1.1],
  ),
];

/** ∂L/∂h_T, which is given, then ∂L/∂h_(t−1) out of ∂L/∂h_t, back to the first. */
function steps([weights, states, outputGradient]: UnrolledArgs, gradients: readonly Vector[]): Step[] {
  const last = states.length - 1;
  return [...states.keys()].reverse().flatMap((t) => gradients[t]!.map((_, i) => (t === last ? given(i) : back(t, i))));

  function given(i: number): Step {
    return {
      stage: `t = ${last + 1}`,
      name: nameOf(last, i),
      calculation: calculation`${outputGradient[i]!}`,
      path: [last, i],
      factors: { '1 − h²': slope(states[last]![i]!), '0': 0 },
    };
  }

  function back(t: number, i: number): Step {
    const later = t + 1;
    const terms = weights.map((row, k) => ({ w: row[i]!, h: states[later]![k]!, g: gradients[later]![k]! }));
    return {
      stage: `t = ${t + 1}`,
      name: nameOf(t, i),
      calculation: terms.flatMap(
        ({ w, h, g }, k) => calculation`${k === 0 ? [] : [' + ']}${w} · (1 − ${sumOfProducts([[h, h]])}) · ${g}`,
      ),
      path: [t, i],
      // With one unit every slip is a factor; with more, the sum has none.
      factors: terms.length === 1 ? slipsOf(terms[0]!, states[t]![i]!) : { '−1': -1, '0': 0 },
    };
  }
}

const slope = (h: number): number => 1 - h * h;

/** What one term is multiplied by where something else stands for 1 − h_t², or for W. */
function slipsOf({ w, h }: { readonly w: number; readonly h: number }, before: number): Step['factors'] {
  const right = slope(h);
  return {
    '1 / (1 − h_t²)': 1 / right,
    '1 / W': 1 / w,
    '(1 − h_(t−1)²) / (1 − h_t²)': slope(before) / right,
    '(1 − h_t) / (1 − h_t²)': (1 - h) / right,
    'h_t / (1 − h_t²)': h / right,
    '(1 + h_t²) / (1 − h_t²)': (1 + h * h) / right,
    'h_t·(1 − h_t) / (1 − h_t²)': (h * (1 - h)) / right,
    '(1 − tanh²(h_t)) / (1 − h_t²)': slope(Math.tanh(h)) / right,
    '1 − h_(t−1)²': slope(before),
    '−1': -1,
    '0': 0,
  };
}

/** Time is counted from 1, as in the statement; entries as in the program. */
const nameOf = (t: number, i: number): string => `∂L/∂h${t + 1}[${i}]`;

/** How the gradients of an unrolled net are computed by hand. */
export const walks = ({ unrolledGradients }: GradientControlTasks): readonly Walk[] => [
  walk(unrolledGradients, { examples, steps }),
];

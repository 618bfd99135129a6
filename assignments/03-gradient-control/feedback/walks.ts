import { calculation, type Step, type Walk, walk } from '../../../grader/kit.ts';
import { recurrentForward } from '../../../reference/nets/recurrent.ts';
import type { Matrix, Vector } from '../../../reference/numerics/types.ts';
import { type Parameters, parametersOf } from '../parameters.ts';
import { type RecurrentActivation, recurrentOf } from '../recurrent/activation.ts';
import type { GradientControlTasks } from '../reference.ts';
import { slopeCalculation, slopeText, wrongSlopes } from './slope-calculation.ts';

type UnrolledArgs = [recurrentWeights: Matrix, states: Vector[], outputGradient: Vector];

type Net = readonly [recurrentWeights: Matrix, inputs: Vector[], outputGradient: Vector];

/** Numbers that no two factors share. */
const nets: readonly Net[] = [
  [[[1.3]], [[0.6], [-0.2], [0.3]], [0.7]],
  [
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
  ],
];

/** The net with the states that it goes through, from 0 on. */
const exampleOf =
  (activation: RecurrentActivation) =>
  ([weights, inputs, output]: Net): UnrolledArgs => {
    const start = output.map(() => 0);
    return [weights, recurrentForward(weights, start, inputs, activation), output];
  };

/** ∂L/∂h_T, which is given, then ∂L/∂h_(t−1) out of ∂L/∂h_t, back to the first. */
function steps(
  activation: RecurrentActivation,
  [weights, states, outputGradient]: UnrolledArgs,
  gradients: readonly Vector[],
): Step[] {
  const last = states.length - 1;
  return [...states.keys()].reverse().flatMap((t) => gradients[t]!.map((_, i) => (t === last ? given(i) : back(t, i))));

  function given(i: number): Step {
    return {
      stage: `t = ${last + 1}`,
      name: nameOf(last, i),
      calculation: calculation`${outputGradient[i]!}`,
      path: [last, i],
      factors: { [slopeText(activation)]: activation.derivativeFromOutput(states[last]![i]!), '0': 0 },
    };
  }

  function back(t: number, i: number): Step {
    const later = t + 1;
    const terms = weights.map((row, k) => ({ w: row[i]!, h: states[later]![k]!, g: gradients[later]![k]! }));
    return {
      stage: `t = ${t + 1}`,
      name: nameOf(t, i),
      calculation: terms.flatMap(
        ({ w, h, g }, k) => calculation`${k === 0 ? [] : [' + ']}${w} · ${slopeCalculation(activation, h)} · ${g}`,
      ),
      path: [t, i],
      // With one unit every slip is a factor; with more, the sum has none.
      factors: terms.length === 1 ? slipsOf(activation, terms[0]!, states[t]![i]!) : { '−1': -1, '0': 0 },
    };
  }
}

/** What one term is multiplied by where something else stands for the slope at h_t, or for W. */
function slipsOf(
  activation: RecurrentActivation,
  { w, h }: { readonly w: number; readonly h: number },
  before: number,
): Step['factors'] {
  const slope = activation.derivativeFromOutput;
  const right = slope(h);
  const [text, earlier] = [slopeText(activation, 'h_t'), slopeText(activation, 'h_(t−1)')];
  const written = bracketed(text);
  return {
    [`1 / ${written}`]: 1 / right,
    '1 / W': 1 / w,
    [`${bracketed(earlier)} / ${written}`]: slope(before) / right,
    ...Object.fromEntries(wrongSlopes(activation, h).map(([name, wrong]) => [`${name} / ${written}`, wrong / right])),
    [earlier]: slope(before),
    '−1': -1,
    '0': 0,
  };
}

/** In brackets, unless it has them all around it. */
const bracketed = (text: string): string => (/^[([][^()]*[)\]]$/.test(text) ? text : `(${text})`);

/** Time is counted from 1, as in the statement; entries as in the program. */
const nameOf = (t: number, i: number): string => `∂L/∂h${t + 1}[${i}]`;

/** How the gradients of an unrolled net are computed by hand. */
export function walks({ unrolledGradients }: GradientControlTasks, given?: Partial<Parameters>): readonly Walk[] {
  const activation = recurrentOf(parametersOf(given).recurrentActivation);
  return [
    walk(unrolledGradients, {
      examples: nets.map(exampleOf(activation)),
      steps: (args, gradients) => steps(activation, args, gradients),
    }),
  ];
}

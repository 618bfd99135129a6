import { type DefinedTask, defineTask, fine, number, plot } from '../../../grader/kit.ts';
import { leakyRelu, leakyReluDerivative } from '../../../reference/activations/activations.ts';
import { type Parameters, parametersOf } from './parameters.ts';

const z = fine({ from: -1000, to: 1000, usual: [-5, 5] });

/** Where the plot is drawn. */
const axis = Array.from({ length: 41 }, (_, k): [z: number] => [(k - 20) / 5]);

/** With parameters, the tasks are a function of them. */
export function tasks(given?: Partial<Parameters>): readonly DefinedTask[] {
  const { leak } = parametersOf(given);
  return [
    defineTask({
      id: 'leakyRelu',
      answer: (z: number) => leakyRelu(leak, z),
      takes: [['z', z]],
      gives: number,
      // A student who fails sees both curves.
      plots: (self) => [
        plot('leaky-curve', self, {
          calls: axis,
          draw: (yours, right, names) => ({
            x: { label: 'z', domain: [-4, 4] },
            y: { label: 'a', domain: [-4, 4] },
            series: [
              { label: names.right, style: 'dashed', points: right.map((a, k) => [axis[k]![0], a]) },
              { label: names.yours, style: 'solid', points: yours.map((a, k) => [axis[k]![0], a]) },
            ],
          }),
        }),
      ],
      misconceptions: {
        'nothing-leaks': (z) => Math.max(0, z),
        'leak-on-both-sides': (z) => leak * z,
        'leak-turned-up': (z) => (z > 0 ? z : -leak * z),
      },
      styles: {
        branches: (z) => (z < 0 ? leak * z : z),
        largest: (z) => Math.max(leak * z, z),
      },
    }),
    defineTask({
      id: 'leakySlope',
      answer: (z: number) => leakyReluDerivative(leak, z),
      takes: [['z', z]],
      gives: number,
      misconceptions: {
        'slope-nothing-leaks': (z) => (z > 0 ? 1 : 0),
        'slope-is-the-value': (z) => leakyRelu(leak, z),
        'slope-one-at-zero': (z) => (z >= 0 ? 1 : leak),
      },
      styles: {
        branches: (z) => {
          if (z > 0) return 1;
          return leak;
        },
        sum: (z) => leak + (1 - leak) * Number(z > 0),
      },
    }),
  ];
}

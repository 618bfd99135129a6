import { bernoulli, defineTask, type Rng, real, rng, vector, whole } from '../../../grader/kit.ts';

/** 1/keep with a probability of `keep`, else 0: the mean of what is multiplied by it stays as it is. */
const dropoutMask = (size: number, keep: number, { uniform }: Rng): number[] =>
  Array.from({ length: size }, () => (uniform() < keep ? 1 / keep : 0));

/** One entry for each function of the students', read from top to bottom. */
export const tasks = [
  defineTask({
    id: 'dropoutMask',
    answer: dropoutMask,
    takes: [
      ['size', whole(1, 100)],
      ['keep', real({ from: 0.1, to: 1 })],
      ['rng', rng],
    ],
    gives: vector,
    // What every number is drawn from. At all ends of the arguments the grader asks whether it is, by mean, variance,
    // distribution and independence, so strictly that a right answer fails less than once in 1e10 reports.
    distribution: (_, keep) => bernoulli(keep, 1 / keep),
    // Wrong answers, each a function that answers as the mistaken student does. messages.*.md has their names.
    misconceptions: {
      'mask-not-scaled': (size, keep, { uniform }) => Array.from({ length: size }, () => (uniform() < keep ? 1 : 0)),
      'mask-keeps-what-is-to-go': (size, keep, { uniform }) =>
        Array.from({ length: size }, () => (uniform() < keep ? 0 : 1 / keep)),
      'mask-drawn-once': (size, keep, { uniform }) => new Array<number>(size).fill(uniform() < keep ? 1 / keep : 0),
    },
    // Right answers in other styles, two or more: no law may stop them.
    styles: {
      loop: (size, keep, { uniform }) => {
        const mask: number[] = [];
        while (mask.length < size) mask.push(uniform() >= keep ? 0 : 1 / keep);
        return mask;
      },
      'the-other-tail': (size, keep, { uniform }) =>
        Array.from({ length: size }, () => Number(uniform() > 1 - keep) / keep),
    },
  }),
];

import { defineTask, real, vector } from '../../../grader/kit.ts';

const number = real({ from: -1000, to: 1000, usual: [-3, 3] });

/** v ↦ (c·v₁, …, c·vₙ) */
const scale = (values: number[], factor: number): number[] => values.map((value) => factor * value);

/**
 * One entry for each function of the students', read from top to bottom. Where an answer is demanded stands with the
 * arguments: the grader asks at every end, zero and length of it by itself, that the answer is right there to nine digits,
 * that it is the same again, and that the arguments stay as they are.
 */
export const tasks = [
  defineTask({
    id: 'scale',
    answer: scale,
    takes: [
      ['values', vector({ length: [1, 10], entries: number })],
      ['factor', number],
    ],
    gives: vector,
    // Wrong answers, each a function that answers as the mistaken student does. messages.*.md has their names.
    misconceptions: {
      'scale-adds': (values, factor) => values.map((value) => value + factor),
      'scale-in-place': (values, factor) => {
        for (const [i, value] of values.entries()) values[i] = factor * value;
        return values;
      },
    },
    // Right answers in other styles, two or more: no law may stop them.
    styles: {
      loop: (values, factor) => {
        const scaled: number[] = [];
        for (const value of values) scaled.push(value * factor);
        return scaled;
      },
      'typed-array': (values, factor) => Array.from(Float64Array.from(values, (value) => factor * value)),
    },
  }),
];

import { type Misconception, misconceptions as of } from '../../grader/kit.ts';
import type { NewTasks } from './reference.ts';

/** Wrong answers, each a function that answers as the mistaken student does. messages.*.json has their names. */
export const misconceptions = ({ scale }: NewTasks): readonly Misconception[] =>
  of(scale, {
    'scale-adds': (values, factor) => values.map((value) => value + factor),
    'scale-in-place': (values, factor) => {
      for (const [i, value] of values.entries()) values[i] = factor * value;
      return values;
    },
  });

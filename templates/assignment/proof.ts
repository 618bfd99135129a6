import { type Proof, rightAnswers } from '../../grader/kit.ts';
import type { NewTasks } from './reference.ts';

/** Right answers in other styles, two or more for each task: no law may stop them. */
export const proof = ({ scale }: NewTasks): Proof => ({
  rightAnswers: rightAnswers(scale, {
    loop: (values, factor) => {
      const scaled: number[] = [];
      for (const value of values) scaled.push(value * factor);
      return scaled;
    },
    'typed-array': (values, factor) => Float64Array.from(values, (value) => factor * value) as unknown as number[],
  }),
  mutants: [],
});

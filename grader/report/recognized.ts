import { fill, type Messages } from '../catalogue/catalogue.ts';
import { pureLaw } from '../kit.ts';
import type { TaskResult } from './result.ts';

/** What stands in the place of a misconception's id where a submission answers another variant of the assignment. */
export const otherVariant = 'other-variant';

type Recognized = NonNullable<TaskResult['diagnosis']>[number];

/** One thing that a failure was taken for, as a sentence. */
export const recognizedLine = ({ misconception, title }: Recognized, { report }: Messages): string =>
  fill(misconception === otherVariant ? report.otherVariant : report.diagnosis, { title });

/**
 * Whether it is worth saying that a failure is none of those known. What is wrong with impure functions is always said, and
 * so is what an answer of another shape should have been.
 */
export const isUnknown = ({ status, law, counterexample }: TaskResult, { shape }: Messages): boolean =>
  status === 'failed' && law !== pureLaw && !Object.values(shape).includes(counterexample?.expected ?? '');

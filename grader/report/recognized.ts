import { fill, type Messages } from '../catalogue/catalogue.ts';
import { pureLaw } from '../contract.ts';
import type { Status } from '../judge/status.ts';
import type { TaskResult } from './result.ts';

/** What stands in the place of a misconception's id where a submission answers another variant of the assignment. */
export const otherVariant = 'other-variant';

type Recognized = NonNullable<TaskResult['diagnosis']>[number];

/** One thing that a failure was taken for, as a sentence. */
export const recognizedLine = ({ misconception, title }: Recognized, { report }: Messages): string =>
  fill(misconception === otherVariant ? report.otherVariant : report.diagnosis, { title });

/** Whether it is worth saying that a failure is none of those known: what is wrong with impure functions is always said. */
export const isUnknown = (status: Status, law: string | undefined): boolean => status === 'failed' && law !== pureLaw;

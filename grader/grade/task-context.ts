import type { Program } from '../compile/program.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { SubmittedFile } from '../load/submission/submission.ts';
import type { Examination } from './examine.ts';
import type { Words } from './words.ts';

/** What the words about a task are made of: the submission, compiled, and how to ask its functions again. */
export interface TaskContext {
  readonly assignment: Assignment;
  readonly files: readonly SubmittedFile[];
  readonly program: Program;
  readonly examination: Examination;
  readonly seed: number;
  readonly words: Words;
  readonly inFull: boolean;
}

import type { Proof } from '../../grader/contract.ts';
import { mutants } from './mutants.ts';
import type { InitializationTasks } from './reference.ts';
import { rightAnswers } from './right-answers.ts';

/** What shows that the laws are sound: right answers that pass, and wrong ones that no other law stops. */
export const proof = (tasks: InitializationTasks): Proof => ({
  rightAnswers: rightAnswers(tasks),
  mutants: mutants(tasks),
});

import type { AssignmentWords, Messages } from '../catalogue/catalogue.ts';

/** The words in which a failure is told: the grader's own, and those of the assignment. */
export interface Words {
  readonly messages: Messages;
  readonly assignment: AssignmentWords;
}

import type { Messages } from '../../catalogue/catalogue.ts';
import { createValidator } from '../../schema/validator.ts';
import isValid from './classroom50.schema.json?validator';
import { askedTasks, type Reported, taskText, totalOf } from './task-text.ts';

const validate = createValidator<unknown>(isValid, 'bad-result');

/** What Classroom 50's runner says of a submission in the environment of its autograder. */
export type Classroom50Environment = Readonly<Record<string, string | undefined>>;

/** `result.json` by the schema `classroom50/result/v1`. `now` is when it was graded, in whole seconds of UTC. */
export function renderClassroom50(
  graded: readonly Reported[],
  env: Classroom50Environment,
  now: string,
  messages: Messages,
): string {
  const of = (name: string): string => env[name] ?? '';
  const text = `${JSON.stringify(
    {
      schema: 'classroom50/result/v1',
      classroom: of('CLASSROOM'),
      assignment: of('ASSIGNMENT'),
      assignment_type: of('ASSIGNMENT_TYPE') || 'individual',
      owner: of('OWNER'),
      submission: of('SUBMISSION_TAG'),
      commit: of('COMMIT_URL'),
      release: of('RELEASE_URL'),
      review: of('REVIEW_URL'),
      datetime: now,
      score: totalOf(graded, 'points'),
      'max-score': totalOf(graded, 'maxPoints'),
      tests: askedTasks(graded).map(({ task }) => ({
        'test-name': task.id,
        passed: task.status === 'passed',
        score: task.points,
        'max-score': task.maxPoints,
        message: taskText(task, messages),
      })),
    },
    null,
    2,
  )}\n`;
  validate(text, 'result.json');
  return text;
}

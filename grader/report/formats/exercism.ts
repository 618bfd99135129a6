import type { Messages } from '../../catalogue/catalogue.ts';
import { createValidator } from '../../schema/validator.ts';
import isValid from './exercism.schema.json?validator';
import { askedTasks, type Reported, shortened, taskText } from './task-text.ts';

const validate = createValidator<unknown>(isValid, 'bad-result');

/** What the interface allows for what a student prints. */
const maxOutput = 500;

/** Exercism's test runner interface, version 3. A task that could not be called is an error, a wrong one a failure. */
export function renderExercism(graded: readonly Reported[], messages: Messages): string {
  const tasks = askedTasks(graded);
  const statusOf = (status: string): 'pass' | 'fail' | 'error' => {
    if (status === 'passed') return 'pass';
    return status === 'failed' || status === 'not-started' ? 'fail' : 'error';
  };
  const tests = tasks.map(({ task }, index) => {
    const { printed = '', ...rest } = task;
    return {
      name: task.id,
      status: statusOf(task.status),
      ...(task.status !== 'passed' && { message: taskText(rest, messages) }),
      ...(printed !== '' && { output: shortened(printed, maxOutput) }),
      test_code: task.counterexample?.call ?? `${task.id}(…)`,
      task_id: index + 1,
    };
  });
  const text = `${JSON.stringify(
    { version: 3, status: tests.every(({ status }) => status === 'pass') ? 'pass' : 'fail', tests },
    null,
    2,
  )}\n`;
  validate(text, 'results.json');
  return text;
}

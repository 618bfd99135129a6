import type { Messages } from '../../catalogue/catalogue.ts';
import { createValidator } from '../../schema/validator.ts';
import isValid from './gradescope.schema.json?validator';
import { askedTasks, type Reported, remarks, taskText, totalOf } from './task-text.ts';

const validate = createValidator<unknown>(isValid, 'bad-result');

/** Gradescope's `results.json`. No test is hidden: one hidden test would hide the total from the student. */
export function renderGradescope(graded: readonly Reported[], messages: Messages): string {
  const text = `${JSON.stringify(
    {
      score: totalOf(graded, 'points'),
      execution_time: graded.reduce((sum, { result }) => sum + result.durationMs, 0) / 1000,
      output: [
        ...graded.map(({ title, result }) => `${result.assignment} — ${title}`),
        ...remarks(graded, messages),
      ].join('\n'),
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
      visibility: 'visible',
      stdout_visibility: 'hidden',
      extra_data: Object.fromEntries(
        graded.map(({ result: { assignment, seed, sandbox, tampered = [] } }) => [
          assignment,
          { seed, sandbox, tampered },
        ]),
      ),
      tests: askedTasks(graded).map(({ assignment, task }, index) => ({
        score: task.points,
        max_score: task.maxPoints,
        status: task.status === 'passed' ? 'passed' : 'failed',
        name: task.id,
        number: String(index + 1),
        output: taskText(task, messages),
        tags: [assignment, task.status],
        visibility: 'visible',
      })),
    },
    null,
    2,
  )}\n`;
  validate(text, 'results.json');
  return text;
}

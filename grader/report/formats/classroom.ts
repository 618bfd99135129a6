import type { Messages } from '../../catalogue/catalogue.ts';
import { createValidator } from '../../schema/validator.ts';
import type { TaskResult } from '../result.ts';
import isValid from './classroom.schema.json?validator';
import { askedTasks, placeOf, type Reported, shortened, taskText, totalOf } from './task-text.ts';

const validate = createValidator<unknown>(isValid, 'bad-result');

/** Its base64 has to fit into one environment string of 131,072 bytes. */
const maxBytes = 90_000;

const statusOf = ({ status }: TaskResult): 'pass' | 'fail' | 'error' => {
  if (status === 'passed') return 'pass';
  return status === 'failed' || status === 'not-started' ? 'fail' : 'error';
};

/**
 * What the autograding reporter of GitHub Classroom reads. It shows `test_code` and never a failing test's `message`,
 * so the report of a task stands in both; where all is too long, it is cut alike for all tasks.
 */
export function autogradingJson(graded: readonly Reported[], messages: Messages): string {
  const tasks = askedTasks(graded);
  const render = (length: number): string =>
    JSON.stringify({
      version: 1,
      status: tasks.every(({ task }) => task.status === 'passed') ? 'pass' : 'fail',
      max_score: totalOf(graded, 'maxPoints'),
      tests: tasks.map(({ assignment, task }) => {
        const text = shortened(taskText(task, messages), length);
        const { file, line } = placeOf(assignment, task);
        return {
          name: task.id,
          status: statusOf(task),
          score: task.points,
          max_score: task.maxPoints,
          message: text,
          test_code: text,
          filename: file,
          line_no: line,
          duration: task.durationMs,
        };
      }),
    });
  let length = 4096;
  while (length > 1 && Buffer.byteLength(render(length)) > maxBytes) length = Math.floor(length / 2);
  const text = render(length);
  validate(text, 'autograding result');
  return text;
}

/** The runner shows so many of one type for a step. */
const maxAnnotations = 10;
const maxAnnotation = 4096;

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands that mark each task that did not pass at its place in the student's file. */
export const annotations = (graded: readonly Reported[], messages: Messages): readonly string[] =>
  askedTasks(graded)
    .filter(({ task }) => task.status !== 'passed')
    .slice(0, maxAnnotations)
    .map(({ assignment, task }) => {
      const { file, line } = placeOf(assignment, task);
      const properties = [
        `file=${escapeProperty(file)}`,
        `line=${line}`,
        `title=${escapeProperty(`${task.id}: ${messages.status[task.status]}`)}`,
      ];
      const { printed: _, ...rest } = task;
      return `::error ${properties.join(',')}::${escapeData(shortened(taskText(rest, messages), maxAnnotation))}`;
    });

/** A step summary larger than this is dropped whole. */
const maxSummaryBytes = 1_000_000;

/** The reports for `$GITHUB_STEP_SUMMARY`, as many as fit whole. */
export function stepSummary(graded: readonly Reported[]): string {
  let summary = '';
  for (const { markdown } of graded) {
    const next = `${summary}${markdown}\n`;
    if (Buffer.byteLength(next) > maxSummaryBytes) break;
    summary = next;
  }
  return summary;
}

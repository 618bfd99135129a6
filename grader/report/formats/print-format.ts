import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { Messages } from '../../catalogue/catalogue.ts';
import { visible } from '../hostile-text.ts';
import { annotations, autogradingJson, stepSummary } from './classroom.ts';
import { renderClassroom50 } from './classroom50.ts';
import { renderExercism } from './exercism.ts';
import { renderGradescope } from './gradescope.ts';
import { renderJunit } from './junit.ts';
import type { Format } from './names.ts';
import { type Reported, taskText } from './task-text.ts';

/**
 * The results as one of the formats. Where it is a step of a workflow, `classroom` also tells the runner.
 *
 * @param at when they were graded
 */
export function printFormat(
  format: Exclude<Format, 'pretty'>,
  graded: readonly Reported[],
  messages: Messages,
  env: NodeJS.ProcessEnv,
  at: Date,
): string {
  const now = `${at.toISOString().slice(0, 19)}Z`;
  switch (format) {
    case 'json': {
      const results = graded.map(({ result }) => result);
      return visible(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
    }
    case 'markdown':
      return graded.map(({ markdown }) => markdown).join('\n');
    case 'classroom':
      return printClassroom(graded, messages, env);
    case 'classroom50':
      return renderClassroom50(graded, env, now, messages);
    case 'gradescope':
      return renderGradescope(graded, messages);
    case 'exercism':
      return renderExercism(graded, messages);
    case 'junit':
      return renderJunit(graded, now, messages);
  }
}

/** In a workflow: the step's output and summary, annotations and a log. Elsewhere: what the step's output would hold. */
function printClassroom(graded: readonly Reported[], messages: Messages, env: NodeJS.ProcessEnv): string {
  const result = autogradingJson(graded, messages);
  const { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary } = env;
  if (summary !== undefined) appendFileSync(summary, stepSummary(graded));
  if (output === undefined) return `${result}\n`;
  appendFileSync(output, `result=${Buffer.from(result).toString('base64')}\n`);
  // Between these two lines the runner takes nothing for a command, whatever a student has printed.
  const token = randomBytes(16).toString('hex');
  const log = graded.flatMap(({ result: { tasks } }) =>
    tasks
      .filter(({ status }) => status !== 'not-run')
      .map(
        (task) =>
          `${task.id}: ${messages.status[task.status]}, ${task.points}/${task.maxPoints}\n${taskText(task, messages)}`,
      ),
  );
  return [...annotations(graded, messages), `::stop-commands::${token}`, ...log, `::${token}::`, ''].join('\n');
}

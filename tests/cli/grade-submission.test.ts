import path from 'node:path';
import { expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { gradeSubmission } from '../../grader/cli/grade-submission.ts';
import { loadAssignment, projectRoot } from '../../grader/load/grading.ts';

test('a stub is asked once, though its law could be broken by something smaller', async () => {
  const assignment = await loadAssignment(projectRoot(), '01-backpropagation');
  const asked: string[] = [];
  const { tasks } = await gradeSubmission({
    assignment,
    submission: path.join(assignment.folder, 'src'),
    only: [],
    seed: 1,
    tier: 'local',
    messages: messagesIn('en'),
    words: { laws: {}, misconceptions: {} },
    trace: (task) => asked.push(task),
  });
  expect(tasks.map(({ status }) => status)).toEqual(tasks.map(() => 'not-started'));
  expect(asked).toEqual(tasks.map(({ id }) => id));
});

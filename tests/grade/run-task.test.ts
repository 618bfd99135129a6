import { expect, test } from 'vitest';
import { answererOf, runTask } from '../../grader/grade/run-task.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import type { OpenProgram } from '../../grader/sandbox/tier.ts';

test('answers of any length cost the grader no more than it has place for, those of shrinking among them', async () => {
  const assignment = await loadAssignment(projectRoot(), '02-saturation');
  const entry = assignment.manifest.tasks.find(({ id }) => id === 'saturatedFraction')!;
  const long = 100_000;
  let given = 0;
  const sandbox: OpenProgram = {
    spentMs: 0,
    touched: new Set(),
    startOver() {},
    close() {},
    async call({ calls }) {
      const value = Array.from({ length: long }, () => 0);
      given += calls.length;
      const outcome = { kind: 'value', value, argumentsAfter: [] } as const;
      return { kind: 'answered', outcomes: calls.map(() => outcome), printed: '', stuck: false };
    },
  };
  const run = { assignment, program: { files: new Map() } as never, sandbox, seed: 1, now: () => 0 };
  const { asked, finding } = await runTask(run, entry, [], () => true);
  expect(finding.kind).toBe('failed');
  expect(given * long).toBeGreaterThan(2 ** 22);
  expect(asked.length).toBe(Math.floor(2 ** 21 / (long + 1)));
});

test('what a report asks of a function has the time of its task, all together', async () => {
  const { manifest } = await loadAssignment(projectRoot(), '02-saturation');
  const entry = manifest.tasks[0]!;
  const { taskMs } = entry.limits;
  const allowed: (number | undefined)[] = [];
  const sandbox = {
    spentMs: 0,
    async call({ leftMs }: { readonly leftMs?: number }) {
      allowed.push(leftMs);
      this.spentMs += 0.6 * taskMs;
      return { kind: 'out-of-time' };
    },
  };
  const answer = answererOf(sandbox as unknown as OpenProgram, entry, []);
  for (let asked = 0; asked < 3; asked++) {
    await answer([[1]], { fresh: true, echo: false });
    // The time of other tasks is not this one's.
    sandbox.spentMs += 5 * taskMs;
  }
  expect(allowed.map((ms) => Math.round(10 * (ms! / taskMs)))).toEqual([10, 4, -2]);
});

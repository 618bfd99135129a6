import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAssignmentWords } from '../../grader/catalogue/assignment-words.ts';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import { gradeFiles } from '../../grader/grade/grade-files.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { readSubmission } from '../../grader/load/submission/submission.ts';
import type { Outcome, Reply } from '../../grader/sandbox/protocol/outcome.ts';
import type { SandboxTier } from '../../grader/sandbox/tier.ts';
import { inProcess } from './in-process.ts';

const root = projectRoot();
const assignment = await loadAssignment(root, '01-backpropagation');
const { tasks } = assignment.manifest;

/** What a function answers, and which share of the time of a call it takes. */
interface Behavior {
  readonly answers: 'right' | 'wrong' | 'throws' | 'late' | 'dies';
  readonly share: number;
}

const outcomeOf = ({ answers }: Behavior, task: string, args: readonly unknown[]): Outcome => {
  if (answers === 'right') return localAnswer(assignment.grading.tasks[task]!.answer as never, args as never);
  if (answers === 'throws') return { kind: 'threw', error: { name: 'Error', message: 'no', stack: '' } };
  if (answers === 'late') return { kind: 'timeout' };
  return { kind: 'value', value: 0, argumentsAfter: args } as never;
};

/** A sandbox in which time passes as it is told to. `isCrowded`: something else has always been called there as well. */
function sandboxOf(behaviors: Readonly<Record<string, Behavior>>, isCrowded: boolean) {
  let spentMs = 0;
  const spentOn = new Map<string, number>();
  const tier: SandboxTier = {
    name: 'local',
    open: ({ files }) => ({
      get spentMs() {
        return spentMs;
      },
      touched: new Set(isCrowded ? files.map(({ name }) => name) : []),
      startOver() {},
      close() {},
      async call({ task, calls, callMs, leftMs = Number.POSITIVE_INFINITY }): Promise<Reply> {
        const behavior = behaviors[task]!;
        if (leftMs <= 0) return { kind: 'out-of-time' };
        const wanted = behavior.share * callMs * calls.length;
        const took = Math.min(wanted, leftMs + callMs);
        spentMs += took;
        spentOn.set(task, (spentOn.get(task) ?? 0) + took);
        if (wanted > leftMs) return { kind: 'out-of-time' };
        if (behavior.answers === 'dies') return { kind: 'load-crashed', reason: 'ended' };
        return {
          kind: 'answered',
          outcomes: calls.map((args) => outcomeOf(behavior, task, args)),
          printed: '',
          stuck: false,
        };
      },
    }),
  };
  return { tier, spentOn };
}

/** Two runs by itself, as many with others replaced, undeclared ones too, and for its counterexample; and its report. */
const mostTimes = 9;

test('a check has an end, whichever functions are slow and whatever they answer', { timeout: 600_000 }, async () => {
  const folder = 'tests/submissions/01-backpropagation/right-textbook';
  const files = readSubmission(folder, assignment.manifest, `${assignment.folder}/src`);
  const words = { messages: messagesIn('en'), assignment: readAssignmentWords(assignment.folder, 'en') };
  const behavior = fc.record({
    answers: fc.constantFrom<Behavior['answers']>('right', 'wrong', 'throws', 'late', 'dies'),
    share: fc.constantFrom(0, 0.01, 0.1, 0.5, 1),
  });
  const behaviors = fc.record(Object.fromEntries(tasks.map(({ id }) => [id, behavior])));
  await fc.assert(
    fc.asyncProperty(behaviors, fc.boolean(), fc.nat(1000), async (drawn, isCrowded, seed) => {
      const { tier, spentOn } = sandboxOf(drawn, isCrowded);
      const host = { ...inProcess, sandbox: tier };
      const { result } = await gradeFiles({ assignment, files, seed, words, host, withLooks: true, inFull: true });
      expect(result.tasks.map(({ status }) => status)).not.toContain('not-run');
      for (const { id, limits } of tasks) {
        expect(spentOn.get(id) ?? 0).toBeLessThanOrEqual(mostTimes * (limits.taskMs + limits.callMs));
      }
    }),
    { numRuns: 15, seed: 19 },
  );
});

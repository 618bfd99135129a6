import type { Answerer } from '../../grader/check/answerer.ts';
import type { Data } from '../../grader/kit.ts';

/** A student's function, as the sandbox would answer for it; counts how often it is asked. */
export function answering(reply: (args: readonly Data[]) => unknown): Answerer & { asked: number } {
  const answer = async (calls: readonly (readonly unknown[])[]) => {
    answer.asked++;
    const outcomes = calls.map((args) => ({
      kind: 'value' as const,
      value: reply(structuredClone(args) as readonly Data[]),
      argumentsAfter: [],
    }));
    return { kind: 'answered' as const, outcomes, printed: '', stuck: false };
  };
  answer.asked = 0;
  return answer as unknown as Answerer & { asked: number };
}

/** An answerer that gives no answer at all. */
export const crashing = (async () => ({
  kind: 'crashed',
  reason: 'timeout',
  printed: '',
  stuck: true,
})) as unknown as Answerer;

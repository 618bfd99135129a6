import type { Answerer } from '../check/answerer.ts';
import type { Data, Measure, Quantity, Task } from '../kit.ts';
import { localAnswer } from './local-answer.ts';

/** What was measured of the student's answers, and of the right ones. */
export interface Measured {
  readonly yours: Readonly<Record<Quantity, string>>;
  readonly right: Readonly<Record<Quantity, string>>;
}

/** Nothing where the task has no measure, or the function's answers are none that can be measured. */
export async function measured(
  task: Task,
  measures: readonly Measure[],
  answer: Answerer,
): Promise<Measured | undefined> {
  const own = measures.find((one) => one.task === task.id);
  if (own === undefined) return undefined;
  const reply = await answer(own.calls, { fresh: true, echo: false });
  if (reply.kind !== 'answered') return undefined;
  const yours = taken(own, reply.outcomes);
  const right = taken(
    own,
    own.calls.map((args) => localAnswer(task.answer, args)),
  );
  return yours && right && { yours, right };
}

function taken(
  { returns, measure }: Measure,
  outcomes: readonly { readonly kind: string; readonly value?: Data }[],
): Measured['yours'] | undefined {
  if (outcomes.some(({ kind }) => kind !== 'value')) return undefined;
  const parsed = outcomes.map(({ value }) => returns.parse(value));
  return parsed.some((one) => 'mismatch' in one)
    ? undefined
    : measure(parsed.map((one) => ('value' in one ? one.value : undefined)));
}

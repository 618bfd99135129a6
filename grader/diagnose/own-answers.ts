import type { Data, Misconception, Task } from '../contract.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import { localAnswer } from './local-answer.ts';
import { type Probe, probeAnswer } from './probe.ts';

type Answer = Misconception['answer'];

export const localOutcomes = (answer: Answer, { calls }: Probe): readonly Outcome[] =>
  calls.map((args) => localAnswer(answer, args));

const known = new WeakMap<Answer, WeakMap<Probe, { readonly answer: Data | undefined }>>();

/**
 * What a function of ours answers to a probe, asked once, however many answers are compared with it: some probes draw tens
 * of thousands of weights.
 */
export function ownAnswer(task: Task, probe: Probe, ours: Answer): Data | undefined {
  const toProbes = known.get(ours) ?? new WeakMap<Probe, { readonly answer: Data | undefined }>();
  known.set(ours, toProbes);
  const answered = toProbes.get(probe) ?? { answer: probeAnswer(task, probe, localOutcomes(ours, probe)) };
  toProbes.set(probe, answered);
  return answered.answer;
}

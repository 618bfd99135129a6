import { readAnswers } from '../check/judge-input.ts';
import { type Data, isList, type Law, type Task } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';

/** Calls whose answers are compared together: a law's, or one call by itself. */
export interface Probe {
  readonly calls: readonly (readonly Data[])[];
  readonly law?: Law;
  readonly input?: unknown;
}

/**
 * What is compared: the answers and what became of the arguments, or the fingerprint where the answers are random.
 * Undefined where there is no answer, or one of another shape.
 */
export function probeAnswer(task: Task, { law, input }: Probe, outcomes: readonly Outcome[]): Data | undefined {
  if (law?.fingerprint) {
    const read = readAnswers(law, input, outcomes);
    return 'kind' in read ? undefined : law.fingerprint.features(input, read);
  }
  const answers: Data[] = [];
  for (const outcome of outcomes) {
    if (outcome.kind !== 'value' || 'mismatch' in task.returns.parse(outcome.value)) return undefined;
    answers.push([outcome.value, outcome.argumentsAfter]);
  }
  return answers;
}

/** What was answered to a probe; `received` is undefined where that has another shape, or is no answer. */
export interface Answered {
  readonly probe: Probe;
  readonly received: Data | undefined;
}

/** Of an answer to a probe, the values without what became of the arguments. */
export const valuesIn = ({ law }: Probe, received: Data | undefined): Data | undefined =>
  law?.fingerprint === undefined && isList(received) ? received.map((one) => (isList(one) ? one[0] : one)) : received;

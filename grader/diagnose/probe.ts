import { readAnswers } from '../check/judge-input.ts';
import { type Data, isClose, isIdentical, isList, isRecord, type Law, type Task, type Tolerance } from '../kit.ts';
import type { Outcome } from '../sandbox/outcome.ts';

/** Calls whose answers are compared together: a law's, or one call by itself. */
export interface Probe {
  readonly calls: readonly (readonly Data[])[];
  readonly law?: Law;
  readonly input?: unknown;
}

/** Two ways of computing one thing agree to about 1e-12; two different things do not, on every probe. */
export const sameFormula: Tolerance = { relative: 1e-8, absolute: 1e-12 };

/** As far apart as a formula and the same with a small number for safety, like the 1e-6 that PyTorch adds to a norm. */
export const nearlySameFormula: Tolerance = { relative: 1e-5, absolute: 1e-6 };

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

/** NaN is the same as NaN here: who divides by zero in the same place makes the same mistake. */
export function isSame({ law }: Probe, a: Data | undefined, b: Data | undefined, tolerance: Tolerance): boolean {
  return a !== undefined && b !== undefined && agree(a, b, law?.fingerprint?.tolerance ?? tolerance);
}

function agree(a: Data, b: Data, tolerance: Tolerance): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Object.is(a, b) || isClose(a, b, tolerance);
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((entry, index) => agree(entry, b[index], tolerance));
  if (isRecord(a)) return isRecord(b) && Object.keys(a).every((key) => agree(a[key], b[key], tolerance));
  return isIdentical(a, b);
}

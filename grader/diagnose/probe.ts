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

/** What was answered to a probe; `received` is undefined where that has another shape, or is no answer. */
export interface Answered {
  readonly probe: Probe;
  readonly received: Data | undefined;
}

/** Of an answer to a probe, the values without what became of the arguments. */
export const valuesIn = ({ law }: Probe, received: Data | undefined): Data | undefined =>
  law?.fingerprint === undefined && isList(received) ? received.map((one) => (isList(one) ? one[0] : one)) : received;

/**
 * NaN is the same as NaN here: who divides by zero in the same place makes the same mistake. So are two that give no answer
 * of the right kind.
 */
export function isSame({ law }: Probe, a: Data | undefined, b: Data | undefined, tolerance: Tolerance): boolean {
  if (a === undefined || b === undefined) return a === b;
  return law?.fingerprint ? areClose(a, b, law.fingerprint.tolerance) : agree(a, b, tolerance);
}

/** Two fingerprints are lists of estimates, with a tolerance of their own. */
const areClose = (a: Data, b: Data, tolerance: Tolerance): boolean =>
  isList(a) && isList(b) && a.length === b.length && a.every((x, i) => isSameNumber(x, b[i], tolerance));

const isSameNumber = (a: Data, b: Data, tolerance: Tolerance): boolean =>
  typeof a === 'number' && typeof b === 'number' && (Object.is(a, b) || isClose(a, b, tolerance));

/** What is lost where terms of about 1 cancel. */
const cancelled = 1e-15;

/** Whether two answers are the same; the absolute part of a tolerance is a share of the largest number in them. */
export function agree(a: Data, b: Data, { relative, absolute }: Tolerance): boolean {
  // A small number that is added for safety is the same one, whatever it is added to.
  const isForSafety = absolute > sameFormula.absolute;
  const share = isForSafety ? absolute : Math.max(cancelled, absolute * Math.min(1, largestIn(a)));
  const scaled: Tolerance = { relative, absolute: share };
  const walk = (one: Data, other: Data): boolean => {
    if (typeof one === 'number' && typeof other === 'number')
      return Object.is(one, other) || isClose(one, other, scaled);
    if (isList(one))
      return isList(other) && one.length === other.length && one.every((entry, index) => walk(entry, other[index]));
    if (isRecord(one)) return isRecord(other) && Object.keys(one).every((key) => walk(one[key], other[key]));
    return isIdentical(one, other);
  };
  return walk(a, b);
}

function largestIn(data: Data): number {
  if (typeof data === 'number') return Number.isFinite(data) ? Math.abs(data) : 0;
  if (isList(data)) return data.reduce((most: number, entry) => Math.max(most, largestIn(entry)), 0);
  return isRecord(data) ? largestIn(Object.values(data)) : 0;
}

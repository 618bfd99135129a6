import type { Data, Law } from '../contract.ts';
import type { Outcome } from '../sandbox/outcome.ts';
import type { Failure } from './failure.ts';

/** Holds the answers to one input against the law; undefined where it holds. Pure. */
export function judgeInput(law: Law, input: unknown, outcomes: readonly Outcome[]): Failure | undefined {
  const calls = law.calls(input);
  const values: unknown[] = [];
  const argumentsAfter: (readonly Data[])[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const at = { law: law.id, args: calls[index] ?? [] };
    switch (outcome.kind) {
      case 'value': {
        const parsed = law.returns.parse(outcome.value);
        if ('mismatch' in parsed) return { ...at, kind: 'mismatch', mismatch: parsed.mismatch };
        values.push(parsed.value);
        argumentsAfter.push(outcome.argumentsAfter);
        break;
      }
      case 'threw':
        return { ...at, kind: 'threw', error: outcome.error };
      case 'timeout':
        return { ...at, kind: 'timeout' };
      case 'crashed':
        return { ...at, kind: 'crashed', reason: outcome.reason };
      case 'skipped':
        throw new Error('a skipped call comes after one that failed');
    }
  }
  const violation = law.check(input, { values, argumentsAfter });
  return violation && { law: law.id, args: calls[violation.call ?? 0] ?? [], kind: 'broken', violation };
}

import type { Answers, Data, Law } from '../kit.ts';
import type { Outcome } from '../sandbox/protocol/outcome.ts';
import type { Failure } from './failure.ts';

/** Holds the answers to one input against the law; undefined where it holds. */
export function judgeInput(law: Law, input: unknown, outcomes: readonly Outcome[]): Failure | undefined {
  const answers = readAnswers(law, input, outcomes);
  if ('kind' in answers) return answers;
  const violation = law.check(input, answers);
  return violation && { law: law.id, args: argsOf(law, input, violation.call ?? 0), kind: 'broken', violation };
}

const argsOf = (law: Law, input: unknown, call: number): readonly Data[] => law.calls(input)[call] ?? [];

interface Read {
  readonly outcomes: readonly Outcome[];
  readonly answers: Answers<unknown>;
}

/**
 * What has been read, by the first of its outcomes, of the evidence at hand: several laws are judged on the same answers,
 * one after the other. No WeakMap: V8 takes what is in one through every collection of young objects, and it would be
 * millions of weights.
 */
let atHand = { evidence: '', read: new Map<Outcome, Read>() };

/** The answers by the shape that was asked for, or the first call that has none. */
export function readAnswers(law: Law, input: unknown, outcomes: readonly Outcome[]): Answers<unknown> | Failure {
  const [first] = outcomes;
  const found = first && atHand.read.get(first);
  // Others may begin alike: an answer that is wrong in its second call alone has the first of the right one.
  if (found && isSame(found.outcomes, outcomes)) return found.answers;
  const answers = read(law, input, outcomes);
  const evidence = `${law.task}/${law.evidence}`;
  // Of one function there are no more than a law has inputs.
  if (atHand.evidence !== evidence || atHand.read.size >= law.runs) atHand = { evidence, read: new Map() };
  if (first && !('kind' in answers)) atHand.read.set(first, { outcomes, answers });
  return answers;
}

const isSame = (some: readonly Outcome[], others: readonly Outcome[]): boolean =>
  some.length === others.length && some.every((outcome, call) => outcome === others[call]);

function read(law: Law, input: unknown, outcomes: readonly Outcome[]): Answers<unknown> | Failure {
  const values: unknown[] = [];
  const argumentsAfter: (readonly Data[])[] = [];
  for (const [call, outcome] of outcomes.entries()) {
    if (outcome.kind === 'value') {
      const parsed = law.returns.parse(outcome.value);
      if ('mismatch' in parsed) return { ...at(call), kind: 'mismatch', mismatch: parsed.mismatch };
      values.push(parsed.value);
      argumentsAfter.push(outcome.argumentsAfter);
    } else {
      return withoutValue(outcome, at(call));
    }
  }
  return { values, argumentsAfter };

  function at(call: number): Pick<Failure, 'law' | 'args'> {
    return { law: law.id, args: argsOf(law, input, call) };
  }
}

function withoutValue(outcome: Exclude<Outcome, { kind: 'value' }>, at: Pick<Failure, 'law' | 'args'>): Failure {
  switch (outcome.kind) {
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

import { isNotImplemented } from '../check/failure.ts';
import { type Asked, type Data, isList, isRecord } from '../kit.ts';
import type { Outcome, Reply, ThrownText } from '../sandbox/protocol/outcome.ts';

/** What came of an expression: its value, of the shape that was asked for, or why there is none. */
export type Answered =
  | { readonly kind: 'value'; readonly value: unknown; readonly data: Data }
  | { readonly kind: 'threw'; readonly error: Pick<ThrownText, 'name' | 'message'> }
  | { readonly kind: 'not-written' | 'other-shape' | 'not-loaded' | 'endless' | 'ended' | 'not-tried' };

/** Code that evaluates expressions one by one, and goes on where one of them throws. */
export const tried = (expressions: readonly string[]): string =>
  `[${expressions.map((one) => `() => (\n${one}\n)`).join(', ')}].map((of) => {
  try { return [of()]; } catch (error) { return { name: String(error?.name), message: String(error?.message ?? error) }; }
})`;

type Got = Outcome | Exclude<Reply, { kind: 'answered' }>;

/** The answers to expressions that were tried together. */
export function answeredIn(group: readonly Asked[], outcome: Got): readonly Answered[] {
  if (outcome.kind === 'value' && isList(outcome.value)) {
    const { value: entries } = outcome;
    return group.map((one, index) => answerOf(one, entries[index]));
  }
  const all = failureOf(outcome);
  return group.map(() => all);
}

function failureOf(outcome: Got): Answered {
  switch (outcome.kind) {
    case 'threw':
    case 'load-threw':
      return thrown(outcome.error);
    case 'timeout':
    case 'load-timeout':
    case 'out-of-time':
      return { kind: 'endless' };
    case 'no-export':
      return { kind: 'not-loaded' };
    default:
      return { kind: 'ended' };
  }
}

function answerOf({ returns }: Asked, entry: Data): Answered {
  if (isList(entry)) {
    const data = entry[0];
    const parsed = returns.parse(data);
    return 'mismatch' in parsed ? { kind: 'other-shape' } : { kind: 'value', value: parsed.value, data };
  }
  if (!isRecord(entry)) return { kind: 'other-shape' };
  return thrown({ name: String(entry['name']), message: String(entry['message']) });
}

const thrown = ({ name, message }: Pick<ThrownText, 'name' | 'message'>): Answered =>
  isNotImplemented({ name, message, stack: '' })
    ? { kind: 'not-written' }
    : { kind: 'threw', error: { name, message } };

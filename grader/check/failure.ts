import type { Data, Mismatch, Violation } from '../kit.ts';
import type { Reply, ThrownText } from '../sandbox/protocol/outcome.ts';

/** How one input broke a law. `args` are those of the call that shows it. */
export type Failure = { readonly law: string; readonly args: readonly Data[] } & (
  | { readonly kind: 'broken'; readonly violation: Violation }
  | { readonly kind: 'mismatch'; readonly mismatch: Mismatch }
  | { readonly kind: 'threw'; readonly error: ThrownText }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly reason: 'memory' | 'ended' }
);

/** Whether the call returned. Retrying a call that did not return costs its full time limit each time. */
export const hasAnswered = ({ kind }: Failure): boolean => kind !== 'timeout' && kind !== 'crashed';

/** Whether an error is the stub's own, or that of a student who writes one by hand. */
export const isNotImplemented = ({ name, message }: ThrownText): boolean =>
  name === 'NotImplemented' || /^not[ -]?(?:yet )?implemented/i.test(message);

/** What the laws found out about one task. */
export type Finding =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** All calls together took longer than the task may. */
  | { readonly kind: 'out-of-time'; readonly law: string }
  | { readonly kind: 'not-loaded'; readonly reply: Exclude<Reply, { kind: 'answered' | 'out-of-time' }> };

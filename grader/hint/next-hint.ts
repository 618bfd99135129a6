import type { Seen } from './progress.ts';

/** What a student is shown next, and what has been seen after that. */
export interface NextHint {
  /** The explanation of a mistake that the last check knew, and not one of the levels. */
  readonly isExplanation: boolean;
  readonly seen: Seen;
}

/**
 * A mistake that is known is explained once. That stands in the place of the nudge, the first of the levels: who is told
 * what is wrong needs no question that points elsewhere.
 */
export function nextHint({ level, mistakes }: Seen, known: readonly string[], levels: number): NextHint {
  const isNew = known.length > 0 && known.join() !== mistakes.join();
  return isNew
    ? { isExplanation: true, seen: { level: Math.max(level, 1), mistakes: known } }
    : { isExplanation: false, seen: { level: Math.min(level + 1, levels), mistakes } };
}

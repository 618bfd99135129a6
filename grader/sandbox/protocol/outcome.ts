import type { Data } from '../../kit.ts';

/** What a student's code threw, as text that nobody vouches for. */
export interface ThrownText {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** What became of one call. */
export type Outcome =
  | { readonly kind: 'value'; readonly value: Data; readonly argumentsAfter: readonly Data[] }
  | { readonly kind: 'threw'; readonly error: ThrownText }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'crashed'; readonly reason: 'memory' | 'ended' }
  /** Not called: an earlier call of the same frame did not come back. */
  | { readonly kind: 'skipped' };

/** What became of a frame of calls of one function. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly outcomes: readonly Outcome[];
      readonly printed: string;
      /** A substitute was asked for and could not be put in place. */
      readonly stuck: boolean;
    }
  | { readonly kind: 'no-export' }
  | { readonly kind: 'load-threw'; readonly error: ThrownText }
  | { readonly kind: 'load-timeout' }
  | { readonly kind: 'load-crashed'; readonly reason: 'memory' | 'ended' }
  /** The time is over that was left for all calls together. */
  | { readonly kind: 'out-of-time' };

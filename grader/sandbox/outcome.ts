import type { Data } from '../kit.ts';

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
  /** With the processor time of its frame, which tells a loop from a machine that stood still. */
  | { readonly kind: 'timeout'; readonly cpuMs: number }
  | { readonly kind: 'crashed'; readonly reason: 'memory' | 'ended' }
  /** Not called: an earlier call of the same frame did not come back. */
  | { readonly kind: 'skipped' };

/** What became of a frame of calls of one function. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly outcomes: readonly Outcome[];
      readonly printed: string;
      /** Processor time of the sandbox for this frame. */
      readonly cpuMs: number;
      /** A substitute was asked for and could not be put in place. */
      readonly stuck: boolean;
    }
  | { readonly kind: 'no-export' }
  | { readonly kind: 'load-threw'; readonly error: ThrownText }
  | { readonly kind: 'load-timeout'; readonly cpuMs: number }
  | { readonly kind: 'load-crashed'; readonly reason: 'memory' | 'ended' };

/** What a frame counts towards the time of its task: who waits for a machine that is busy elsewhere is not slow. */
export const timeOf = (reply: Reply, waitedMs: number): number =>
  reply.kind === 'answered' ? Math.min(waitedMs, reply.cpuMs) : waitedMs;

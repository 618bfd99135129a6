/**
 * The frames between the grader and its sandbox.
 *
 * To the child: u32 length, u32 header length, the header as JSON, then the arguments (codec/tags.ts).
 * From the child, once it has loaded: an empty frame, u32 0. Then, for each frame of calls: u32 length, the nonce, u8 status, u32 calls done, u32 milliseconds of
 * processor time, then how loading went, the calls, and what was printed.
 */

/** A student's file as the child gets it: JavaScript, its imports resolved by the grader. */
export interface LoadedFile {
  readonly name: string;
  /** Null where the file is not a program: whoever imports it fails. */
  readonly code: string | null;
  readonly imports: { readonly [specifier: string]: string };
}

export interface LoadHeader {
  readonly kind: 'load';
  readonly realm: string;
  readonly frameBytes: number;
  readonly printedChars: number;
  readonly files: readonly LoadedFile[];
  /** The right functions of the assignment, as a script; run only where one is asked for as a substitute. */
  readonly reference: string;
}

/** A function of the student's that the right one stands in for. */
export interface Substitute {
  readonly file: string;
  readonly task: string;
  /** Do not run the file at all: it does not load. */
  readonly withoutFile: boolean;
}

export interface CallHeader {
  readonly kind: 'call';
  readonly nonce: string;
  readonly file: string;
  readonly task: string;
  readonly calls: number;
  /** Start over in a new realm, with none of the state that earlier calls left. */
  readonly fresh: boolean;
  readonly echo: boolean;
  readonly callMs: number;
  readonly sliceMs: number;
  readonly substitutes: readonly Substitute[];
}

export const replyStatus = { done: 0, timeout: 1, loadTimeout: 2, broken: 3 } as const;

/** Nonce, status, calls done, processor time. */
export const replyHeaderBytes = 16 + 1 + 4 + 4;

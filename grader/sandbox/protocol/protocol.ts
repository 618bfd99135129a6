/**
 * The frames between the grader and its sandbox. Each begins with its length, u32.
 *
 * To the child: u32 header length, the header as JSON, then a body. With a header length of 0 it is the answer to a
 * request: u8 answer status, and the value.
 * From the child, once it has loaded: an empty frame. Then u8 frame kind and the nonce of the frame of calls, and
 * of a reply: u8 status, u32 calls done, how loading went, the calls, and what was printed;
 * of a request: u32 which substitute, and the list of arguments (codec/tags.ts).
 *
 * Nothing in a reply says how long anything took: that is for the grader to see.
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
  /** What the harness is called inside the realm: a name that nobody can guess. */
  readonly portName: string;
  readonly frameBytes: number;
  readonly printedChars: number;
  readonly files: readonly LoadedFile[];
}

/**
 * What stands in for a function of the student's. It asks the grader for its answers, one call at a time, and holds
 * nothing by which it could answer itself.
 */
export interface Substitute {
  readonly file: string;
  readonly task: string;
  /** Do not run the file at all: it does not load. */
  readonly withoutFile: boolean;
  /** So many arguments are sent; null where there is no answer, and calling it throws. */
  readonly parameters: number | null;
  /** Which of the arguments are generators of random numbers. A seed that is drawn from one goes in its place. */
  readonly generators: readonly number[];
}

export interface CallHeader {
  readonly kind: 'call';
  readonly nonce: string;
  /** Start over in a new realm, with none of the state that earlier calls left. */
  readonly fresh: boolean;
  /** For one call and the slice of time in which it may begin. */
  readonly limitMs: number;
  readonly substitutes: readonly Substitute[];
}

export const frameKind = { reply: 0, request: 1 } as const;
export const replyStatus = { done: 0, timeout: 1, loadTimeout: 2, broken: 3 } as const;
export const answerStatus = { value: 0, refused: 1 } as const;

export const nonceBytes = 16;
/** What begins every frame from the child but the first: kind and nonce. */
export const frameHeaderBytes = 1 + nonceBytes;
/** Status, calls done. */
export const replyHeaderBytes = 1 + 4;
/** A request for one answer is no larger. */
export const maxRequestBytes = 4 * 2 ** 20;
export const maxAnswerBytes = 64 * 2 ** 20;

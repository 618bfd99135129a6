/** What the grader tells a student's worker: a frame of calls, and what stands in for broken functions. */
export interface WorkerRequest {
  readonly nonce: ArrayBuffer;
  readonly body: ArrayBuffer;
  /** As `Substitute`, each a list: file, task, without its file, how many parameters, generators as JSON. */
  readonly substitutes: readonly (readonly [string, string, 0 | 1, number, string])[];
  /** Answers, each with the key of its request. */
  readonly answers: readonly (readonly [key: string, answer: ArrayBuffer])[];
  /** For each stand-in whether it answers with a number. */
  readonly numbers: readonly boolean[];
}

/** Answers that a worker waits for that explores. */
export type WorkerAnswers = Pick<WorkerRequest, 'answers'>;

/**
 * From the worker come: the number −1, once it is ready; numbers, how many calls have ended; and buffers, frames as those
 * of `sandbox/protocol.ts`.
 */
export const readyMessage = -1;

/** What the grader tells the sandboxed frame. From there comes the number of a worker that an error has ended, or `hereMessage`. */
export type FrameCommand =
  | { readonly kind: 'program'; readonly id: number; readonly source: string }
  | { readonly kind: 'forget'; readonly id: number }
  /** With a port for the worker. */
  | { readonly kind: 'start'; readonly id: number; readonly program: number }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'ping' };

/** The answer to a ping; workers are counted from 1. */
export const hereMessage = 0;

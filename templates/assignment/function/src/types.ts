// Types for this assignment. You need not change this file.

export type Vector = number[];

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}

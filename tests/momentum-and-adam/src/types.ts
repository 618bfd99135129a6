// Types for this assignment. You need not change this file.

export type Vector = number[];

/** What momentum keeps from step to step: one velocity for each parameter. */
export interface MomentumState {
  parameters: Vector;
  velocity: Vector;
}

/** What Adam keeps: two moving averages for each parameter, and how many steps were made. */
export interface AdamState {
  parameters: Vector;
  mean: Vector;
  square: Vector;
  steps: number;
}

/** Thrown by a function that is still to be written. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
}

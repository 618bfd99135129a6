import type { Data } from '../../kit.ts';
import type { StandIn } from '../stand-in.ts';

/** A frame of calls of one function: a list of argument lists. */
export interface CallRequest {
  readonly file: string;
  readonly task: string;
  readonly calls: readonly (readonly Data[])[];
  /** In a realm of its own, without the state that earlier calls left. */
  readonly fresh?: boolean;
  readonly echo?: boolean;
  /** What one call may take. */
  readonly callMs: number;
  /** So many times that by the clock, on a machine that is busy. */
  readonly patience?: number;
  /** What is left of the time for all calls of the task: what takes longer than this and one call is ended. */
  readonly leftMs?: number;
  /** What stands in for broken functions of the student's. */
  readonly standIns?: readonly StandIn[];
}

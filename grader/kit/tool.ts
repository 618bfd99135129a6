import type { Data } from './values/data.ts';

/** Something that a student may use in `nabla try` besides their own functions: data by a name, nothing of the truth. */
export interface Tool {
  readonly name: string;
  readonly value: Data;
}

import type { AssignmentWords, Messages } from '../../catalogue/catalogue.ts';
import type { CompiledFile } from '../../compile/compile.ts';
import type { Data } from '../../kit.ts';
import type { Limits } from '../../load/assignment/manifest.ts';
import type { Counterexample } from '../result.ts';
import type { Place } from './position.ts';

/** A failure in words. */
export interface Description {
  readonly message: string;
  readonly law?: string;
  readonly place?: Place;
  readonly counterexample?: Counterexample;
}

/** What is needed to put a finding into words. */
export interface DescribeContext {
  readonly messages: Messages;
  readonly words: AssignmentWords;
  readonly task: string;
  readonly file: string;
  readonly limits: Limits;
  readonly files: ReadonlyMap<string, CompiledFile>;
  /** The functions of the student's that right answers stood in for. */
  readonly replaced?: readonly string[];
  /** The right answer to a call that gave none; undefined where many answers are right. */
  readonly rightAnswer: (args: readonly Data[]) => Data | undefined;
}

import type { Language } from '../../../load/assignment/manifest.ts';
import type { Format } from '../../../report/formats/names.ts';
import type { TierChoice } from '../../../sandbox/process/launch.ts';

export interface CheckOptions {
  readonly targets: readonly string[];
  readonly submission: string | undefined;
  /** Whether a submission in which nothing is found is graded, with everything missing. */
  readonly allowEmpty: boolean;
  readonly seed: number | undefined;
  readonly language: Language;
  /** Where reports go; see `reportsIn`. */
  readonly report: string | undefined;
  readonly format: Format;
  readonly exitZero: boolean;
  /** Whether the failing call of each task is shown whole, the right answer beside the student's. */
  readonly verbose: boolean;
  /** Whether every call of a student's function is shown, with what became of it. */
  readonly trace: boolean;
  readonly sandbox: TierChoice;
}

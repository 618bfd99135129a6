import type { Language } from '../../load/assignment/manifest.ts';
import type { Encoding } from '../../roster/decode.ts';
import type { TierChoice } from '../../sandbox/process/launch.ts';

/** `nabla oral`, as it was typed. */
export interface OralCommand {
  readonly slug: string;
  readonly submission: string | undefined;
  readonly student: string | undefined;
  readonly roster: string | undefined;
  /** The folder of the variant that all of them have. */
  readonly variant: string | undefined;
  /** The list of who has which. */
  readonly variants: string | undefined;
  readonly out: string | undefined;
  /** As typed: ROLE=COLUMN. */
  readonly columns: readonly string[];
  readonly encoding: Encoding | undefined;
  readonly sandbox: TierChoice;
  readonly language: Language;
}

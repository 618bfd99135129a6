import type { Language } from '../../../load/assignment/manifest.ts';
import type { Encoding } from '../../../roster/decode.ts';

export interface VariantCommand {
  readonly slug: string;
  readonly describe: boolean;
  /** As typed: KEY=VALUE. */
  readonly set: readonly string[];
  readonly seed: number | undefined;
  readonly name: string | undefined;
  readonly out: string | undefined;
  readonly roster: string | undefined;
  readonly secretFile: string | undefined;
  /** As typed: ROLE=COLUMN. */
  readonly columns: readonly string[];
  readonly encoding: Encoding | undefined;
  readonly language: Language;
}

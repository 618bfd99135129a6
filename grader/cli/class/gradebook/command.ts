import type { GradebookAction } from '../../../class/choices.ts';
import type { Language } from '../../../load/assignment/manifest.ts';

export interface GradebookCommand {
  readonly action: GradebookAction;
  readonly subject: string | undefined;
  readonly worksheet: string | undefined;
  readonly out: string | undefined;
  readonly gradebook: string | undefined;
  readonly language: Language;
}

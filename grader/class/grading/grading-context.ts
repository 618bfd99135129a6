import type { Messages } from '../../catalogue/catalogue.ts';
import type { Host } from '../../grade/host.ts';
import type { Handout } from '../../handout/digests.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import type { SubmissionContext } from '../handed-in/submissions.ts';
import type { EditionOf } from '../handed-in/tampering.ts';
import type { Subject } from '../subjects.ts';

/** All that grading one student needs besides the student. */
export interface GradingContext extends SubmissionContext {
  readonly subjectOf: (slug: string, variant: string | null) => Promise<Subject>;
  readonly host: Host;
  readonly seed: number;
  readonly language: Language;
  readonly messages: Messages;
  /** The version of this grader. */
  readonly grader: string;
  readonly isOnlyOne: boolean;
  readonly handout: Handout | null;
  readonly editionOf: EditionOf;
}

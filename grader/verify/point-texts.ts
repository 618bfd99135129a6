import type { ProvableAssignment } from '../load/grading.ts';
import { languages } from '../load/manifest.ts';
import { hintProblems } from './texts/hint-problems.ts';
import { manifestProblems } from './texts/manifest-problems.ts';
import { messageProblems } from './texts/message-problems.ts';
import { statementProblems } from './texts/statement-problems.ts';
import { stubProblems } from './texts/stub-problems.ts';
import type { Point } from './verification.ts';

/** 8. Manifest, stubs, statements, hints and messages speak of the same tasks, files and points, in every language. */
export function textsPoint(assignment: ProvableAssignment): Point {
  return {
    name: 'texts',
    figures: { tasks: assignment.manifest.tasks.length, languages: languages.length },
    problems: [
      ...manifestProblems(assignment),
      ...stubProblems(assignment),
      ...languages.flatMap((language) => statementProblems(assignment, language)),
      ...languages.flatMap((language) => hintProblems(assignment, language)),
      ...messageProblems(assignment),
    ],
  };
}

import type { ProvableAssignment } from '../../load/assignment/grading.ts';
import { formulaProblems } from '../texts/formula-problems.ts';
import { hintCodeProblems } from '../texts/hint-code-problems.ts';
import { hintFormulaProblems } from '../texts/hint-formula-problems.ts';
import { hintProblems } from '../texts/hint-problems.ts';
import { manifestProblems } from '../texts/manifest-problems.ts';
import { messageProblems } from '../texts/message-problems.ts';
import { statementProblems } from '../texts/statement-problems.ts';
import { stubProblems } from '../texts/stub-problems.ts';
import { workedProblems } from '../texts/worked-problems.ts';
import type { Point } from '../verification.ts';

/** 8. Manifest, stubs, statements, hints and messages speak of the same tasks, files and points, in every language. */
export function textsPoint(assignment: ProvableAssignment): Point {
  const { tasks, languages } = assignment.manifest;
  return {
    name: 'texts',
    figures: { tasks: tasks.length, languages: languages.length },
    problems: [
      ...manifestProblems(assignment),
      ...stubProblems(assignment),
      ...languages.flatMap((language) => statementProblems(assignment, language)),
      ...languages.flatMap((language) => hintProblems(assignment, language)),
      ...languages.flatMap((language) => hintFormulaProblems(assignment, language)),
      ...languages.flatMap((language) => hintCodeProblems(assignment, language)),
      ...languages.flatMap((language) => formulaProblems(assignment, language)),
      ...languages.flatMap((language) => workedProblems(assignment, language)),
      ...messageProblems(assignment),
    ],
  };
}

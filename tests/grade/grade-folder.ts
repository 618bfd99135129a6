import { readAssignmentWords } from '../../grader/catalogue/assignment-words.ts';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import { gradeFiles } from '../../grader/grade/grade-files.ts';
import type { Host } from '../../grader/grade/host.ts';
import { nodeHost } from '../../grader/host/node-host.ts';
import type { Assignment } from '../../grader/load/assignment/grading.ts';
import type { Language } from '../../grader/load/assignment/manifest.ts';
import { readSubmission } from '../../grader/load/submission/submission.ts';
import type { Result } from '../../grader/report/result.ts';

interface Options {
  readonly only?: readonly string[];
  readonly seed?: number;
  readonly language?: Language;
  readonly host?: Host;
}

/** Grades the files of a folder as `nabla check` does: with the assignment's own words, in the local tier. */
export async function gradeFolder(
  assignment: Assignment,
  folder: string,
  { only = [], seed = 7, language = 'en', host = nodeHost('local') }: Options = {},
): Promise<Result> {
  const words = { messages: messagesIn(language), assignment: readAssignmentWords(assignment.folder, language) };
  const files = readSubmission(folder, assignment.manifest, `${assignment.folder}/src`);
  return (await gradeFiles({ assignment, files, only, seed, words, host })).result;
}

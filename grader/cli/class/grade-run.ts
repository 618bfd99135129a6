import { classMessagesIn } from '../../class/catalogue.ts';
import { type Graders, requestOf } from '../../class/grading/graders.ts';
import { notGraded } from '../../class/grading/no-verdict.ts';
import { work } from '../../class/grading/work.ts';
import type { ClassOptions, Entry } from '../../class/handed-in/entry.ts';
import { subjectsOf } from '../../class/subjects.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import { entriesOf, finishRun, type Run } from '../../gradebook/runs.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { progressOn } from './progress.ts';

interface RunPlace {
  readonly root: string;
  readonly terminal: Terminal;
  readonly jobs: number;
  readonly graders: Graders;
  readonly withSecrets: ReadonlyMap<string, string>;
}

/** Does what is left of a run, and marks it finished. */
export async function gradeRun(
  gradebook: Gradebook,
  run: Run<ClassOptions>,
  entries: readonly Entry[],
  left: number,
  { root, terminal, jobs, graders, withSecrets }: RunPlace,
): Promise<void> {
  const { database } = gradebook;
  const byKey = new Map(entries.map((entry) => [JSON.stringify([entry.student, entry.assignment]), entry]));
  const { seed, language } = run.options;
  const progress = progressOn(terminal, classMessagesIn(language), left);
  const subjectOf = subjectsOf(root, language);
  await work({
    gradebook,
    run,
    jobs,
    left,
    entryOf: (student, assignment) => byKey.get(JSON.stringify([student, assignment]))!,
    outcomesOf: (entry) => graders.grade(requestOf(run, entry, withSecrets)),
    withoutVerdict: async (entry, reason) =>
      notGraded(entry, await subjectOf(entry.assignment, null), { seed, grader: version }, reason),
    onDone: ([attempt]) => progress.step(attempt?.student ?? ''),
  });
  progress.end();
  await finishRun(database, run.id);
}

/** All entries of a run, as the gradebook has them. */
export const storedEntries = async (gradebook: Gradebook, run: number): Promise<readonly Entry[]> =>
  (await entriesOf<Entry>(gradebook.database, run)).map(({ details }) => details);

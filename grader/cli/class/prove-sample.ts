import { fill } from '../../catalogue/catalogue.ts';
import type { ClassMessages } from '../../class/catalogue.ts';
import { type Graders, requestOf } from '../../class/grading/graders.ts';
import { sampleOf, timeless } from '../../class/grading/sample.ts';
import type { ClassOptions, Entry } from '../../class/handed-in/entry.ts';
import type { AttemptDetails } from '../../class/handed-in/outcome.ts';
import { countedAttempts } from '../../gradebook/attempts.ts';
import type { Database } from '../../gradebook/database.ts';
import { writeEvent } from '../../gradebook/events.ts';
import { entriesOf, type Run } from '../../gradebook/runs.ts';
import type { Terminal } from '../terminal/terminal.ts';

const size = 3;

/** Grades a few of a run again, from the gradebook alone, and tells whether all came out the same. */
export async function proveSample(
  database: Database,
  run: Run<ClassOptions>,
  graders: Graders,
  terminal: Terminal,
  messages: ClassMessages,
): Promise<boolean> {
  const attempts = (await countedAttempts<AttemptDetails>(database)).filter((attempt) => attempt.run === run.id);
  const sample = sampleOf(attempts, size, run.options.seed);
  if (sample.length === 0) return true;
  const entries = await entriesOf<Entry>(database, run.id);
  const different: string[] = [];
  for (const attempt of sample) {
    const { details } = entries.find(
      (one) => one.student === attempt.student && one.assignment === attempt.assignment,
    )!;
    const [again] = await graders.grade({ ...requestOf(run, details), again: attempt });
    const isSame = again !== undefined && timeless(again.attempt.result) === timeless(attempt.result);
    if (!isSame) different.push(attempt.student);
    const { student, assignment } = attempt;
    await writeEvent(database, {
      run: run.id,
      student,
      assignment,
      kind: isSame ? 'proved' : 'not-derivable',
      details: {},
    });
  }
  terminal.out(`${fill(messages.class.sample, { same: sample.length - different.length, count: sample.length })}\n`);
  if (different.length > 0) terminal.err(`${fill(messages.class.notDerivable, { students: different.join(', ') })}\n`);
  return different.length === 0;
}

/**
 * A process that grades one submission after the other for a class, in a main loop of its own. It has no gradebook: what it
 * has to know of one it asks the process that has it open. It ends with that process.
 */

import { thrownLine } from '../../../catalogue/error-words.ts';
import { gradeEntry } from '../../../class/grading/grade-entry.ts';
import type { GradingRequest } from '../../../class/grading/graders.ts';
import type { GradingContext } from '../../../class/grading/grading-context.ts';
import { gradeAgain } from '../../../class/grading/sample.ts';
import type { Outcome } from '../../../class/handed-in/outcome.ts';
import type { Row, Statements } from '../../../gradebook/database.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import { noInspector } from '../../../sandbox/process/no-inspector.ts';
import { gradingContext } from '../open-class.ts';
import type { FromGrader, ToGrader } from './grading-messages.ts';

// Started by the command line, which does the same for itself.
noInspector();

const send = (message: FromGrader): void => void process.send?.(message);

const asked = new Map<number, (rows: readonly Row[]) => void>();
let questions = 0;
/** The gradebook's, by way of the process that has it open. */
const queries: Statements = {
  query: <Result extends Row>(text: string, values: readonly unknown[] = []) =>
    new Promise<readonly Result[]>((resolve) => {
      questions += 1;
      asked.set(questions, resolve as (rows: readonly Row[]) => void);
      send({ query: questions, text, values });
    }),
};

const contexts = new Map<number, GradingContext>();
function contextOf({ run, options }: GradingRequest): GradingContext {
  const context = contexts.get(run) ?? gradingContext(projectRoot(), queries, options, process.cwd());
  contexts.set(run, context);
  return context;
}

async function grade(request: GradingRequest): Promise<readonly Outcome[]> {
  const { entry, address, again } = request;
  const context = contextOf(request);
  if (again !== undefined) return [await gradeAgain(queries, entry, again, context)];
  return gradeEntry(entry, { ...context, withSecrets: (shown) => address ?? shown });
}

process.on('message', (message: ToGrader) => {
  if ('grade' in message) {
    grade(message.grade).then(
      (outcomes) => send({ outcomes }),
      (error: unknown) => send({ failed: thrownLine(error, message.grade.options.language) }),
    );
    return;
  }
  asked.get(message.query)?.(message.rows);
  asked.delete(message.query);
});
process.on('disconnect', () => process.exit());

import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import { type Graded, gradeFiles } from '../../../grade/grade-files.ts';
import type { Reported } from '../../../report/formats/task-text.ts';
import { predictionsProblem } from '../../../report/predictions.ts';
import { renderPretty } from '../../../report/terminal/pretty.ts';
import { writeWhole } from '../../../report/write-file.ts';
import { quoted } from '../../arguments/quoted.ts';
import { linkTo, placeIn } from '../../terminal/links.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { CheckOptions } from './check-options.ts';
import { openSession, type Session, type Subject } from './session.ts';
import { announce, predictionsOf, requestFor, titleOf, writeReports } from './subject.ts';

/** `nabla check`: grades, reports, and gives the exit status: 0 full points, 1 points missing, 2 an assignment is broken. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<0 | 1 | 2> {
  const { format } = options;
  const session = await openSession(options, terminal);
  const all: Reported[] = [];
  for (const subject of session.subjects) {
    announce(session, subject, terminal);
    const graded = await gradeFiles({ ...requestFor(session, subject, subject.only), withLooks: true });
    all.push(await writeReports(session, subject, graded));
    const problem = predictionsProblem(predictionsOf(subject), session.messages);
    if (problem !== '') terminal.err(`${problem}\n`);
    if (format === 'pretty') terminal.out(prettyText(session, subject, graded, terminal));
  }
  // What Classroom 50 publishes beside the result.
  if (format === 'classroom50') writeWhole(path.join(session.reports, 'release-body.md'), bodyOf(all));
  if (format !== 'pretty') {
    // What a person at a terminal does not wait for.
    const { printFormat } = await import('../../../report/formats/print-format.ts');
    terminal.out(printFormat(format, all, session.messages, process.env, new Date()));
  }
  const isComplete = all.every(({ result }) =>
    result.tasks.every(({ status }) => status === 'passed' || status === 'not-run'),
  );
  // A file of ours is wrong: the others have their verdicts all the same.
  if (session.broken > 0) return 2;
  return isComplete || options.exitZero ? 0 : 1;
}

const bodyOf = (graded: readonly Reported[]): string => graded.map(({ markdown }) => markdown).join('\n');

/** The `--submission` option to repeat in the printed replay command; omitted from reports, because students' files are in their default place. */
const folderOption = ({ typedFolder }: Session): string => {
  if (typedFolder === undefined) return '';
  return ` --submission ${quoted(typedFolder)}`;
};

/** The outcome for the terminal, and where the report is. */
export function prettyText(session: Session, subject: Subject, { result, aids }: Graded, terminal: Terminal): string {
  const { messages } = session;
  const { folder, submission } = subject;
  const { useColor, width, hasLinks } = terminal;
  const file = linkTo(path.join(folder, 'report.md'), terminal.folder, hasLinks);
  const screen = {
    useColor,
    width,
    place: placeIn(submission, terminal.folder, hasLinks),
    again: (command: string) => `${command}${folderOption(session)}`,
  };
  return `${renderPretty(result, titleOf(session, subject), messages, screen, session.inFull ? aids : undefined)}${fill(messages.report.reports, { file })}\n`;
}

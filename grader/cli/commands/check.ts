import path from 'node:path';
import { fill } from '../../catalogue/catalogue.ts';
import { gradeFiles } from '../../grade/grade-files.ts';
import type { Language } from '../../load/manifest.ts';
import type { Format } from '../../report/formats/names.ts';
import type { Reported } from '../../report/formats/task-text.ts';
import { renderPretty } from '../../report/pretty.ts';
import type { Result } from '../../report/result.ts';
import { writeWhole } from '../../report/write-file.ts';
import type { TierChoice } from '../../sandbox/launch.ts';
import { linkTo, placeIn } from '../links.ts';
import { announce, openSession, requestFor, type Session, type Subject, titleOf, writeReports } from '../session.ts';
import type { Terminal } from '../terminal.ts';

export interface CheckOptions {
  readonly targets: readonly string[];
  readonly submission: string | undefined;
  /** Whether a submission in which nothing is found is graded, with everything missing. */
  readonly allowEmpty: boolean;
  readonly seed: number | undefined;
  readonly language: Language;
  readonly report: string;
  readonly format: Format;
  readonly exitZero: boolean;
  /** Whether every call of a student's function is shown, with what became of it. */
  readonly verbose: boolean;
  readonly sandbox: TierChoice;
}

/** `nabla check`: grades, reports, and gives the exit status: 0 full points, 1 points missing. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<0 | 1> {
  const { format } = options;
  const session = await openSession(options, terminal);
  const all: Reported[] = [];
  for (const subject of session.subjects) {
    announce(session, subject, terminal);
    const graded = await gradeFiles(requestFor(session, subject, subject.only));
    all.push(await writeReports(session, subject, graded));
    if (format === 'pretty') terminal.out(prettyText(session, subject, graded.result, terminal));
  }
  // What Classroom 50 publishes beside the result.
  if (format === 'classroom50')
    writeWhole(path.resolve(terminal.folder, options.report, 'release-body.md'), bodyOf(all));
  if (format !== 'pretty') {
    // What a person at a terminal does not wait for.
    const { printFormat } = await import('../../report/formats/print-format.ts');
    terminal.out(printFormat(format, all, session.messages, process.env, new Date()));
  }
  const isComplete = all.every(({ result }) =>
    result.tasks.every(({ status }) => status === 'passed' || status === 'not-run'),
  );
  return isComplete || options.exitZero ? 0 : 1;
}

const bodyOf = (graded: readonly Reported[]): string => graded.map(({ markdown }) => markdown).join('\n');

/** For who checks the same again: a report goes to a student, whose files are in their place. */
const folderOption = ({ typedFolder }: Session): string => {
  if (typedFolder === undefined) return '';
  return ` --submission ${/\s/.test(typedFolder) ? `"${typedFolder}"` : typedFolder}`;
};

/** The outcome for the terminal, and where the report is. */
export function prettyText(session: Session, subject: Subject, result: Result, terminal: Terminal): string {
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
  return `${renderPretty(result, titleOf(session, subject), messages, screen)}${fill(messages.report.reports, { file })}\n`;
}

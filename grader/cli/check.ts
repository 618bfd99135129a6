import path from 'node:path';
import { fill } from '../catalogue/catalogue.ts';
import type { Language } from '../load/manifest.ts';
import type { Graded } from '../report/formats/task-text.ts';
import { renderPretty } from '../report/pretty.ts';
import type { TierChoice } from '../sandbox/launch.ts';
import { placeIn } from './links.ts';
import { type Format, printFormat } from './print-format.ts';
import { gradeSubject, openSession, type Session, type Subject, writeReports } from './session.ts';

export interface CheckOptions {
  readonly targets: readonly string[];
  readonly submission: string | undefined;
  readonly seed: number | undefined;
  readonly language: Language;
  readonly report: string;
  readonly format: Format;
  readonly exitZero: boolean;
  /** Whether every call of a student's function is shown, with what became of it. */
  readonly verbose: boolean;
  readonly sandbox: TierChoice;
}

/** Where the command was typed and where its words go. */
export interface Terminal {
  readonly folder: string;
  readonly useColor: boolean;
  /** Characters in a line. */
  readonly width: number;
  /** Whether it shows links. */
  readonly hasLinks: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Puts a line in the place of the last one on standard error; only where that is a terminal. */
  readonly redraw?: (line: string) => void;
}

/** `nabla check`: grades, reports, and gives the exit status: 0 full points, 1 points missing. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<0 | 1> {
  const { format } = options;
  const session = await openSession(options, terminal);
  const all: Graded[] = [];
  for (const subject of session.subjects) {
    const result = await gradeSubject(session, subject, subject.only, terminal);
    const graded = await writeReports(session, subject, result);
    if (format === 'pretty') terminal.out(prettyText(session, subject, graded, terminal));
    all.push(graded);
  }
  if (format !== 'pretty') terminal.out(printFormat(format, all, session.messages, process.env));
  const isComplete = all.every(({ result }) =>
    result.tasks.every(({ status }) => status === 'passed' || status === 'not-run'),
  );
  return isComplete || options.exitZero ? 0 : 1;
}

/** The outcome for the terminal, and where the report is. */
export function prettyText(
  { messages }: Session,
  { folder, submission }: Subject,
  { result, title }: Graded,
  terminal: Terminal,
): string {
  const file = path.relative(terminal.folder, path.join(folder, 'report.md'));
  const { useColor, width, hasLinks } = terminal;
  const screen = { useColor, width, place: placeIn(submission, terminal.folder, hasLinks) };
  return `${renderPretty(result, title, messages, screen)}${fill(messages.report.reports, { file })}\n`;
}

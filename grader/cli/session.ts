import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type AssignmentWords, fill, type Messages, messagesIn, readAssignmentWords } from '../catalogue/catalogue.ts';
import { readPassages } from '../catalogue/statement.ts';
import type { Aids } from '../diagnose/aids.ts';
import type { Trace } from '../grade/examine.ts';
import { gradeSubmission } from '../grade/grade-submission.ts';
import { readHandout, tamperedFiles } from '../handout/digests.ts';
import { type Assignment, listAssignments, loadAssignment, projectRoot } from '../load/grading.ts';
import { spokenIn } from '../load/spoken.ts';
import { findSubmission } from '../load/submission.ts';
import type { Graded } from '../report/formats/task-text.ts';
import { type Beside, renderMarkdown } from '../report/markdown.ts';
import { type Result, resultText } from '../report/result.ts';
import { traceText } from '../report/trace.ts';
import { writeWhole } from '../report/write-file.ts';
import { pickTier, type Tier } from '../sandbox/launch.ts';
import type { Spare } from '../sandbox/spare.ts';
import type { CheckOptions, Terminal } from './check.ts';
import { type Figures, writeFigures } from './figures.ts';
import { checkTasksExist, parseTargets } from './targets.ts';

/** One assignment that is to be checked, loaded, and where the solutions are. */
export interface Subject {
  readonly assignment: Assignment;
  readonly words: AssignmentWords;
  readonly submission: string;
  /** The tasks that were asked for; none means all. */
  readonly only: readonly string[];
  /** Where result.json and report.md go. */
  readonly folder: string;
  /** What there is to draw of each task, since it was last checked. */
  readonly aids: Map<string, Aids>;
}

/** All that a check needs, found to be there before anything is graded. */
export interface Session {
  readonly subjects: readonly Subject[];
  readonly seed: number;
  readonly tier: Tier;
  readonly tampered: readonly string[];
  readonly messages: Messages;
  readonly language: CheckOptions['language'];
  /** The folder of solutions as it was typed; undefined where a student works in place. */
  readonly typedFolder: string | undefined;
  readonly verbose: boolean;
  /** Has the next sandbox ready, for who checks again and again. */
  readonly spare?: Spare;
}

export async function openSession(options: CheckOptions, terminal: Terminal): Promise<Session> {
  const root = projectRoot();
  const language = spokenIn(root, options.language);
  const targets = parseTargets(options.targets, listAssignments(root));
  const given = options.submission === undefined ? undefined : path.resolve(terminal.folder, options.submission);
  const subjects: Subject[] = [];
  for (const target of targets) {
    const { slug } = target;
    const submission =
      given === undefined
        ? path.join(root, 'assignments', slug, 'src')
        : findSubmission(given, slug, targets.length === 1);
    const assignment = await loadAssignment(root, slug);
    checkTasksExist(
      target,
      assignment.manifest.tasks.map(({ id }) => id),
    );
    const words = readAssignmentWords(assignment.folder, language);
    const folder = path.resolve(terminal.folder, options.report, slug);
    subjects.push({ assignment, words, submission, only: target.tasks, folder, aids: new Map() });
  }
  const handout = readHandout(root);
  const repository = given ?? root;
  return {
    subjects,
    seed: options.seed ?? randomBytes(4).readUInt32LE(0),
    tier: pickTier(options.sandbox),
    tampered: handout && isRepository(repository) ? tamperedFiles(handout, repository) : [],
    messages: messagesIn(language),
    language,
    typedFolder: options.submission,
    verbose: options.verbose,
  };
}

/** The root of what was handed out, and not just a folder with solutions. */
const isRepository = (folder: string): boolean => existsSync(path.join(folder, 'assignments'));

/** Grades one assignment, or some of its tasks, and says so on standard error. */
export function gradeSubject(
  { seed, tier, tampered, messages, verbose, spare }: Session,
  { assignment, words, submission, aids }: Subject,
  only: readonly string[],
  terminal: Terminal,
  soFar?: (result: Result) => void,
): Promise<Result> {
  terminal.err(`${fill(messages.progress.checking, { assignment: assignment.manifest.id, seed })}\n`);
  const shown = (task: string, found: Aids) => aids.set(task, found);
  const trace: Trace | undefined = verbose
    ? (task, calls, reply) => terminal.err(traceText(task, calls, reply, messages))
    : undefined;
  return gradeSubmission({
    assignment,
    submission,
    only,
    seed,
    tier,
    tampered,
    messages,
    words,
    shown,
    trace,
    spare,
    soFar,
  });
}

/** What an assignment is called in the language of the session. */
export const titleOf = ({ language }: Session, { assignment: { manifest } }: Subject): string =>
  manifest.title[language] ?? manifest.id;

/** Writes result.json, the truth, and report.md, a view of it with its plots beside it; each file whole. */
export async function writeReports(session: Session, subject: Subject, result: Result): Promise<Graded> {
  const { messages, language } = session;
  const { assignment, words, folder, aids } = subject;
  const title = titleOf(session, subject);
  const resultFile = path.join(folder, 'result.json');
  writeWhole(resultFile, resultText(result, resultFile));
  const figures = await writeFigures(folder, aids, assignment.grading, words, messages);
  const ids = assignment.manifest.tasks.map(({ id }) => id);
  const passages = readPassages(assignment.folder, language, ids);
  const markdown = (drawn: Figures[keyof Figures]) => {
    const beside = ids.map((task): [string, Beside] => {
      const laws = assignment.grading.laws.filter((law) => law.task === task).map(({ id }) => id);
      return [
        task,
        {
          figures: drawn[task] ?? '',
          located: aids.get(task)?.located,
          measured: aids.get(task)?.measured,
          passage: passages[task] ?? '',
          laws,
        },
      ];
    });
    return renderMarkdown(result, title, messages, words, Object.fromEntries(beside));
  };
  writeWhole(path.join(folder, 'report.md'), markdown(figures.linked));
  return { result, title, markdown: markdown(figures.inline) };
}

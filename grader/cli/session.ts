import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../catalogue/assignment-words.ts';
import { type AssignmentWords, fill, type Messages, messagesIn } from '../catalogue/catalogue.ts';
import type { Graded, GradeRequest } from '../grade/grade-files.ts';
import type { Host } from '../grade/host.ts';
import { readHandout, tamperedFiles } from '../handout/digests.ts';
import { nodeHost } from '../host/node-host.ts';
import { findSubmission } from '../load/find-submission.ts';
import { type Assignment, loadAssignment, projectRoot } from '../load/grading.ts';
import { spokenIn } from '../load/spoken.ts';
import { readSubmission } from '../load/submission.ts';
import type { Reported } from '../report/formats/task-text.ts';
import { traceText } from '../report/trace.ts';
import { tryFolder } from '../report/write-file.ts';
import { writeReport } from '../report/write-report.ts';
import { pickTier, strictProblem } from '../sandbox/launch.ts';
import { observed } from '../sandbox/observed.ts';
import type { Spare } from '../sandbox/spare.ts';
import type { CheckOptions } from './commands/check.ts';
import { knownIn } from './known.ts';
import { parseTargets } from './targets.ts';
import type { Terminal } from './terminal.ts';

/** One assignment that is to be checked, loaded, and where the solutions are. */
export interface Subject {
  readonly assignment: Assignment;
  readonly words: AssignmentWords;
  readonly submission: string;
  /** What was named to find them: the project's own folder, where nothing was. */
  readonly root: string;
  /** The tasks that were asked for; none means all. */
  readonly only: readonly string[];
  /** Where result.json and report.md go. */
  readonly folder: string;
}

/** All that a check needs, found to be there before anything is graded. */
export interface Session {
  readonly subjects: readonly Subject[];
  readonly seed: number;
  readonly host: Host;
  readonly tampered: readonly string[];
  readonly messages: Messages;
  readonly language: CheckOptions['language'];
  /** The folder of solutions as it was typed; undefined where a student works in place. */
  readonly typedFolder: string | undefined;
}

/** @param spare has the next sandbox ready, for who checks again and again */
export async function openSession(options: CheckOptions, terminal: Terminal, spare?: Spare): Promise<Session> {
  const root = projectRoot();
  const language = spokenIn(root, options.language);
  const targets = parseTargets(options.targets, knownIn(root));
  const given = options.submission === undefined ? undefined : path.resolve(terminal.folder, options.submission);
  const subjects: Subject[] = [];
  let repository = root;
  for (const target of targets) {
    const { slug } = target;
    const assignment = await loadAssignment(root, slug);
    const found =
      given === undefined
        ? { root, folder: path.join(root, 'assignments', slug, 'src') }
        : findSubmission(given, {
            slug,
            files: assignment.manifest.tasks.map(({ file }) => file),
            isOnlyOne: targets.length === 1,
            mayBeEmpty: options.allowEmpty,
          });
    repository = found.root;
    const words = readAssignmentWords(assignment.folder, language);
    const folder = path.resolve(terminal.folder, options.report, slug);
    tryFolder(folder);
    subjects.push({ assignment, words, submission: found.folder, root: found.root, only: target.tasks, folder });
  }
  const handout = readHandout(root);
  const messages = messagesIn(language);
  const tier = pickTier(options.sandbox);
  const found = nodeHost(tier, spare);
  const notStrict = options.sandbox === 'auto' && tier === 'local' ? strictProblem() : undefined;
  const host = { ...found, sandbox: { ...found.sandbox, notStrict } };
  return {
    subjects,
    seed: options.seed ?? randomBytes(4).readUInt32LE(0),
    host: options.verbose ? traced(host, messages, terminal) : host,
    tampered: handout && isRepository(repository) ? tamperedFiles(handout, repository) : [],
    messages,
    language,
    typedFolder: options.submission,
  };
}

/** Shows every call on standard error. */
const traced = (host: Host, messages: Messages, { err }: Terminal): Host => ({
  ...host,
  sandbox: observed(host.sandbox, ({ task, calls }, reply) => err(traceText(task, calls, reply, messages))),
});

/** The root of what was handed out, and not just a folder with solutions. */
const isRepository = (folder: string): boolean => existsSync(path.join(folder, 'assignments'));

/** What the engine is asked for: one assignment, or some of its tasks, with the files as they are now. */
export function requestFor(
  { seed, tampered, messages, host }: Session,
  { assignment, words, submission, root }: Subject,
  only: readonly string[],
): GradeRequest {
  const files = readSubmission(submission, assignment.manifest, path.join(assignment.folder, 'src'), root);
  return { assignment, files, only, seed, words: { messages, assignment: words }, host, tampered };
}

/** Says on standard error what is being graded, and by which seed. */
export const announce = ({ seed, messages }: Session, { assignment }: Subject, terminal: Terminal): void =>
  terminal.err(`${fill(messages.progress.checking, { assignment: assignment.manifest.id, seed })}\n`);

/** What an assignment is called in the language of the session. */
export const titleOf = ({ language }: Session, { assignment: { manifest } }: Subject): string =>
  manifest.title[language] ?? manifest.id;

/** Writes the result, and the report that is a view of it. */
export const writeReports = (session: Session, subject: Subject, graded: Graded): Promise<Reported> =>
  writeReport({
    ...graded,
    assignment: subject.assignment,
    title: titleOf(session, subject),
    language: session.language,
    messages: session.messages,
    words: subject.words,
    folder: subject.folder,
  });

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../../../catalogue/assignment-words.ts';
import { type AssignmentWords, type Messages, messagesIn } from '../../../catalogue/catalogue.ts';
import { errorLine } from '../../../catalogue/error-words.ts';
import { NablaError } from '../../../errors.ts';
import type { Host } from '../../../grade/host.ts';
import { readHandout, tamperedFiles } from '../../../handout/digests.ts';
import { nodeHost } from '../../../host/node-host.ts';
import { type Assignment, loadAssignment, projectRoot } from '../../../load/assignment/grading.ts';
import { spokenIn } from '../../../load/spoken.ts';
import { findSubmission } from '../../../load/submission/find-submission.ts';
import { forTerminal } from '../../../report/hostile-text.ts';
import { traceText } from '../../../report/terminal/trace.ts';
import { tryFolder } from '../../../report/write-file.ts';
import { observed } from '../../../sandbox/observed.ts';
import { pickTier, strictProblem } from '../../../sandbox/process/launch.ts';
import type { Spare } from '../../../sandbox/process/spare.ts';
import { knownIn } from '../../arguments/known.ts';
import { parseTargets } from '../../arguments/targets.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { CheckOptions } from './check-options.ts';
import { reportsIn } from './reports.ts';

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
  /** Whether failing calls are shown whole. */
  readonly inFull: boolean;
  /** So many assignments could not be loaded; the others go on. */
  readonly broken: number;
  /** The folder of all reports. */
  readonly reports: string;
}

/** @param spare has the next sandbox ready, for who checks again and again */
export async function openSession(options: CheckOptions, terminal: Terminal, spare?: Spare): Promise<Session> {
  const root = projectRoot();
  const language = spokenIn(root, options.language);
  const targets = parseTargets(options.targets, knownIn(root));
  const given = options.submission === undefined ? undefined : path.resolve(terminal.folder, options.submission);
  const subjects: Subject[] = [];
  const reports = reportsIn(root, options.report, terminal.folder);
  let repository = root;
  let broken = 0;
  for (const target of targets) {
    const { slug } = target;
    const assignment = await loadOr(root, slug, targets.length > 1, (error) => {
      broken++;
      terminal.err(`nabla: ${forTerminal(errorLine(error, language))}\n`);
    });
    if (assignment === undefined) continue;
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
    const folder = path.join(reports, slug);
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
    host: options.trace ? traced(host, messages, terminal) : host,
    tampered: handout && isRepository(repository) ? tamperedFiles(handout, repository) : [],
    messages,
    language,
    typedFolder: options.submission,
    inFull: options.verbose,
    broken,
    reports,
  };
}

/** An assignment; of several a broken one is told, and left out. */
async function loadOr(
  root: string,
  slug: string,
  areOthers: boolean,
  onBroken: (error: NablaError) => void,
): Promise<Assignment | undefined> {
  try {
    return await loadAssignment(root, slug);
  } catch (error) {
    if (!areOthers || !(error instanceof NablaError) || error.exitCode !== 2) throw error;
    onBroken(error);
    return undefined;
  }
}

/** Shows every call on standard error. */
const traced = (host: Host, messages: Messages, { err }: Terminal): Host => ({
  ...host,
  sandbox: observed(host.sandbox, ({ task, calls }, reply) => err(traceText(task, calls, reply, messages))),
});

/** The root of what was handed out, and not just a folder with solutions. */
const isRepository = (folder: string): boolean => existsSync(path.join(folder, 'assignments'));

import { randomBytes } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fill } from '../../catalogue/catalogue.ts';
import { classMessagesIn } from '../../class/catalogue.ts';
import type { ClassOptions, Entry, Keep } from '../../class/entry.ts';
import { parseLateRule } from '../../class/late-rule.ts';
import { fingerprintOf, inShard } from '../../class/plan.ts';
import { work } from '../../class/work.ts';
import { NablaError } from '../../errors.ts';
import type { Gradebook } from '../../gradebook/gradebook.ts';
import { entriesOf, finishRun, type Run } from '../../gradebook/runs.ts';
import { handoutFile, readHandout } from '../../handout/digests.ts';
import { projectRoot } from '../../load/grading.ts';
import type { Language } from '../../load/manifest.ts';
import { shownRoster } from '../../roster/shown.ts';
import { pickTier, type TierChoice } from '../../sandbox/launch.ts';
import { knownIn } from '../known.ts';
import { parseTargets } from '../targets.ts';
import type { Terminal } from '../terminal.ts';
import { beginOrResume } from './begin.ts';
import { exportClass } from './export-class.ts';
import { gradebookOf, gradingContext } from './open-class.ts';
import { planText } from './plan-text.ts';
import { progressOn } from './progress.ts';
import { proveSample } from './prove-sample.ts';
import { readSources, type SourceOptions } from './sources.ts';

export interface GradeCommand extends SourceOptions {
  readonly assignment: readonly string[];
  readonly late: string | undefined;
  readonly keep: Keep;
  readonly handout: string | undefined;
  readonly seed: number | undefined;
  readonly out: string;
  readonly jobs: number | undefined;
  readonly resume: boolean;
  readonly shard: ClassOptions['shard'] | undefined;
  readonly gradebook: string | undefined;
  readonly sandbox: TierChoice;
  readonly language: Language;
}

/** `nabla grade`: 0 when everybody has a verdict, 3 when the grader failed for somebody. */
export async function grade(command: GradeCommand, terminal: Terminal): Promise<0 | 3> {
  const { language, keep, shard = null } = command;
  const messages = classMessagesIn(language);
  const root = projectRoot();
  const slugs = parseTargets(command.assignment, knownIn(root)).map(({ slug }) => slug);
  const late = command.late === undefined ? null : parseLateRule(command.late);
  const sources = readSources(root, slugs, command, terminal.folder);
  for (const roster of sources.rosters) terminal.out(shownRoster(roster, terminal.folder, messages));
  if (shard !== null && command.seed === undefined) {
    throw new NablaError('usage', '--shard needs --seed: all shards grade with the same', 'For example: --seed 1');
  }
  if (late !== null && sources.entries.every(({ due }) => due === null)) {
    throw new NablaError('usage', '--late needs a deadline', 'Give --due, or --extensions.');
  }
  const out = path.resolve(terminal.folder, command.out);
  checkWritable(out);
  const options: ClassOptions = {
    assignments: slugs,
    seed: command.seed ?? randomBytes(4).readUInt32LE(0),
    late,
    keep,
    language,
    sandbox: pickTier(command.sandbox),
    handout: handoutOf(command.handout, terminal.folder),
    tables: sources.tables,
    shard,
  };
  const entries = inShard(sources.entries, shard);
  const gradebook = await gradebookOf(terminal, command.gradebook, false);
  try {
    const asked = {
      options,
      entries,
      fingerprint: fingerprintOf(options, sources.entries, terminal.folder),
      seedIsGiven: command.seed !== undefined,
      isResumed: command.resume,
    };
    const { run, left } = await beginOrResume(gradebook, asked, terminal, messages);
    terminal.out(planText(run.options, sources.everybody, entries, messages));
    await gradeRun(gradebook, run, entries, left, {
      root,
      terminal,
      jobs: command.jobs,
      withSecrets: sources.withSecrets,
    });
    await gradebook.queue.remove(run.queue);
    const context = gradingContext(root, gradebook.database, run.options, terminal);
    const isDerivable = await proveSample(gradebook.database, run, context, terminal, messages);
    const { failed } = await exportClass(gradebook.database, run, {
      root,
      out,
      terminal,
      messages,
      all: sources.entries,
    });
    if (failed.length > 0) terminal.err(`${fill(messages.class.notGraded, { students: failed.join(', ') })}\n`);
    return failed.length > 0 || !isDerivable ? 3 : 0;
  } finally {
    await gradebook.close();
  }
}

interface RunPlace {
  readonly root: string;
  readonly terminal: Terminal;
  readonly jobs: number | undefined;
  readonly withSecrets: ReadonlyMap<string, string>;
}

/** Does what is left of a run, and marks it finished. */
export async function gradeRun(
  gradebook: Gradebook,
  run: Run<ClassOptions>,
  entries: readonly Entry[],
  left: number,
  { root, terminal, jobs = availableParallelism(), withSecrets }: RunPlace,
): Promise<void> {
  const { database } = gradebook;
  const byKey = new Map(entries.map((entry) => [JSON.stringify([entry.student, entry.assignment]), entry]));
  const progress = progressOn(terminal, classMessagesIn(run.options.language), left);
  await work({
    gradebook,
    run,
    jobs,
    context: gradingContext(root, database, run.options, terminal, withSecrets),
    entryOf: (student, assignment) => byKey.get(JSON.stringify([student, assignment]))!,
    onDone: ([attempt]) => progress.step(attempt?.student ?? ''),
  });
  progress.end();
  await finishRun(database, run.id);
}

/** All entries of a run, as the gradebook has them. */
export const storedEntries = async (gradebook: Gradebook, run: number): Promise<readonly Entry[]> =>
  (await entriesOf<Entry>(gradebook.database, run)).map(({ details }) => details);

function handoutOf(given: string | undefined, standing: string): ClassOptions['handout'] {
  if (given === undefined) return null;
  const handout = readHandout(path.resolve(standing, given));
  if (handout === undefined) {
    throw new NablaError(
      'usage',
      `${given} has no ${handoutFile}`,
      'Give --handout the folder that nabla handout has made.',
    );
  }
  return { files: handout.files, earlier: handout.earlier ?? {} };
}

/** What can be known to fail at the end is tried at the beginning. Throws `cannot-write`. */
export function checkWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new NablaError(
      'cannot-write',
      `${folder} cannot be written: ${(error as Error).message}`,
      'Choose another folder with --out.',
    );
  }
}

import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fill } from '../../catalogue/catalogue.ts';
import { classMessagesIn } from '../../class/catalogue.ts';
import { fingerprintOf, inShard } from '../../class/grading/plan.ts';
import type { ClassOptions, Keep } from '../../class/handed-in/entry.ts';
import { parseLateRule } from '../../class/late-rule.ts';
import { NablaError } from '../../errors.ts';
import { handoutFile, readHandout } from '../../handout/digests.ts';
import { projectRoot } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { shownRoster } from '../../roster/shown.ts';
import { pickTier, type TierChoice } from '../../sandbox/process/launch.ts';
import { knownIn } from '../arguments/known.ts';
import { parseTargets } from '../arguments/targets.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { beginOrResume } from './begin.ts';
import { gradeRun } from './grade-run.ts';
import { exportClass } from './gradebook/export-class.ts';
import { gradebookOf } from './gradebook/open-gradebook.ts';
import { listed, planText } from './plan-text.ts';
import { gradingProcesses } from './processes/grading-processes.ts';
import { proveSample } from './prove-sample.ts';
import { readSources, type SourceOptions } from './sources.ts';
import { checkWritable } from './writable.ts';

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
  if (sources.strangers.length > 0) {
    const values = { count: sources.strangers.length, folders: listed(sources.strangers) };
    terminal.err(`${fill(messages.class.strangers, values)}\n`);
  }
  if (shard !== null && command.seed === undefined) {
    throw new NablaError('usage', 'shard-needs-seed');
  }
  if (late !== null && sources.entries.every(({ due }) => due === null)) {
    throw new NablaError('usage', 'late-needs-deadline');
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
    const { jobs = availableParallelism() } = command;
    const graders = gradingProcesses(Math.max(jobs, 1), { terminal, queries: gradebook.database });
    let isDerivable: boolean;
    try {
      await gradeRun(gradebook, run, entries, left, {
        root,
        terminal,
        jobs,
        graders,
        withSecrets: sources.withSecrets,
      });
      await gradebook.queue.remove(run.queue);
      isDerivable = await proveSample(gradebook.database, run, graders, terminal, messages);
    } finally {
      graders.close();
    }
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

function handoutOf(given: string | undefined, standing: string): ClassOptions['handout'] {
  if (given === undefined) return null;
  const handout = readHandout(path.resolve(standing, given));
  if (handout === undefined) throw new NablaError('usage', 'no-handout-in', { folder: given, file: handoutFile });
  return { files: handout.files, earlier: handout.earlier ?? {} };
}

import { availableParallelism } from 'node:os';
import { fill } from '../../catalogue/catalogue.ts';
import { classMessagesIn } from '../../class/catalogue.ts';
import type { ClassOptions } from '../../class/handed-in/entry.ts';
import { NablaError } from '../../errors.ts';
import { listRuns } from '../../gradebook/runs.ts';
import { projectRoot } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import { gradeRun, storedEntries } from './grade-run.ts';
import { gradebookOf } from './gradebook/open-gradebook.ts';
import { gradingProcesses } from './processes/grading-processes.ts';

export interface WorkerCommand {
  readonly jobs: number | undefined;
  /** Whether it ends when nothing is left to do. */
  readonly once: boolean;
  readonly language: Language;
}

/** Milliseconds between two looks for a run. */
const pause = 1000;

/** `nabla worker`: grades for whatever runs are open in the database, until it is stopped or nothing is left. */
export async function worker(command: WorkerCommand, terminal: Terminal): Promise<0> {
  const { jobs = availableParallelism(), once, language } = command;
  const url = process.env['DATABASE_URL'];
  if (url === undefined || url === '') {
    throw new NablaError('usage', 'worker-needs-server');
  }
  const gradebook = await gradebookOf(terminal, undefined, false);
  const root = projectRoot();
  const graders = gradingProcesses(jobs, { terminal, queries: gradebook.database });
  terminal.err(`${fill(classMessagesIn(language).class.waiting, { place: gradebook.place })}\n`);
  try {
    for (;;) {
      const runs = await listRuns<ClassOptions>(gradebook.database);
      const open = runs.filter(
        ({ finishedAt, undoneAt, kind, grader }) =>
          finishedAt === null && undoneAt === null && kind === 'grade' && grader === version,
      );
      for (const run of open) {
        const entries = await storedEntries(gradebook, run.id);
        await gradeRun(gradebook, run, entries, entries.length, {
          ...{ root, terminal, jobs, graders },
          withSecrets: new Map(),
        });
      }
      if (open.length === 0 && once) return 0;
      if (open.length === 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  } finally {
    graders.close();
    await gradebook.close();
  }
}

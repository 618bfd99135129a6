import path from 'node:path';
import { thrownLine } from '../../../catalogue/error-words.ts';
import { forTerminal } from '../../../report/hostile-text.ts';
import { startHere } from '../../../report/start-here.ts';
import { Spare } from '../../../sandbox/process/spare.ts';
import { linkTo } from '../../terminal/links.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { hint } from '../hint.ts';
import type { CheckOptions } from './check-options.ts';
import { openSession } from './session.ts';
import { untilQuit } from './until-quit.ts';
import { Watched } from './watched.ts';
import { watcherOf } from './watcher.ts';

/** Editors save in several steps; what comes within this time is one save. */
const settleMs = 15;

/**
 * `nabla check --watch`: checks, and again at every save what the save touched. Ends with `q`, at the end of standard
 * input, or with Ctrl-C.
 */
export async function watch(options: CheckOptions, terminal: Terminal): Promise<0> {
  const spare = new Spare();
  const session = await openSession(options, terminal, spare);
  const { watch: words } = session.messages;
  const all = session.subjects.map((subject) => new Watched(session, subject, terminal));
  const changed = new Map<Watched, Set<string>>();
  let work = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  /** One after the other: a save during a check waits for its end. */
  const enqueue = (job: () => Promise<void>): void => {
    work = work
      .then(job)
      .catch((error: unknown) => terminal.err(`nabla: ${forTerminal(thrownLine(error, session.language))}\n`));
  };
  /** When all is done that was asked for, the next sandbox is started in the pause. */
  const wait = async (): Promise<void> => {
    terminal.out(`${words.waiting}\n`);
    spare.refill();
  };
  const checkAll = (): void => {
    for (const watched of all) enqueue(() => watched.check());
    enqueue(wait);
  };
  const checkChanged = (): void => {
    for (const [watched, files] of changed) enqueue(() => watched.check(files));
    changed.clear();
    enqueue(wait);
  };
  const watchers = await Promise.all(
    all.map((watched) =>
      watcherOf(watched.subject.submission, terminal, words, (name) => {
        changed.set(watched, (changed.get(watched) ?? new Set()).add(name));
        clearTimeout(timer);
        timer = setTimeout(checkChanged, settleMs);
      }),
    ),
  );
  checkAll();
  await untilQuit({
    a: checkAll,
    h: () => enqueue(async () => showHint(all, options, terminal)),
    r: () => {
      const { folder, hasLinks } = terminal;
      const files = all.map(({ subject }) => linkTo(path.join(subject.folder, 'report.md'), folder, hasLinks));
      terminal.out(`${files.join('\n')}\n`);
    },
  });
  clearTimeout(timer);
  await Promise.all(watchers.map((watcher) => watcher.close()));
  await work;
  spare.close();
  return 0;
}

/** The next hint of the task to begin with. */
function showHint(all: readonly Watched[], { report, language }: CheckOptions, terminal: Terminal): void {
  for (const { graded, subject } of all) {
    const result = graded?.result;
    const open = result?.tasks.find(({ status }) => status !== 'passed' && status !== 'not-run')?.id;
    const start = result && startHere(result)?.task;
    if (open === undefined) continue;
    const task = `${path.basename(subject.assignment.folder)}/${start ?? open}`;
    hint({ task, level: undefined, restart: false, markdown: false, report, language }, terminal);
    return;
  }
}

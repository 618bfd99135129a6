import path from 'node:path';
import { watch as watchFiles } from 'chokidar';
import { type Texts, textsOf, touchedTasks } from '../grade/touched-tasks.ts';
import type { Result } from '../report/result.ts';
import { startHere } from '../report/start-here.ts';
import { Spare } from '../sandbox/spare.ts';
import { type CheckOptions, prettyText, type Terminal } from './check.ts';
import { hint } from './hint.ts';
import { linkTo } from './links.ts';
import { gradeSubject, openSession, type Session, type Subject, writeReports } from './session.ts';

/** Editors save in several steps; what comes within this time is one save. */
const settleMs = 15;

/** An earlier result with some of its tasks checked anew. With the same seed it is what a whole check would give. */
function merged(before: Result, after: Result): Result {
  const tasks = after.tasks.map((task, index) => (task.status === 'not-run' ? (before.tasks[index] ?? task) : task));
  return { ...after, tasks, points: tasks.reduce((sum, { points }) => sum + points, 0) };
}

/** One assignment under watch, with what is known of it so far. */
class Watched {
  readonly #session: Session;
  readonly #terminal: Terminal;
  readonly subject: Subject;
  result: Result | undefined;
  texts: Texts = new Map();

  constructor(session: Session, subject: Subject, terminal: Terminal) {
    this.#session = session;
    this.#terminal = terminal;
    this.subject = subject;
  }

  /** Checks the tasks that the changed files touch, or all that were asked for, and shows the outcome. */
  async check(changed?: ReadonlySet<string>): Promise<void> {
    const { assignment, submission, only } = this.subject;
    const { result: last, texts: before } = this;
    const texts = textsOf(assignment, submission);
    const touched = changed && last && touchedTasks(assignment, submission, { changed, before, last });
    const asked = touched?.filter((id) => only.length === 0 || only.includes(id)) ?? only;
    this.texts = texts;
    if (touched && asked.length === 0) return;
    const whole = (result: Result): Result => (last === undefined || !touched ? result : merged(last, result));
    let shown = '';
    const show = (result: Result): void => {
      const text = prettyText(this.#session, this.subject, result, this.#terminal);
      if (text === shown) return;
      if (touched) this.#terminal.clear?.();
      this.#terminal.out(text);
      shown = text;
    };
    // An assignment has what is called before what calls it: what was saved is shown at once, and of the others what was
    // known until now.
    const soFar = touched && ((result: Result) => show(whole(result)));
    this.result = whole(await gradeSubject(this.#session, this.subject, asked, this.#terminal, soFar));
    show(this.result);
    // Whoever has saved looks at the screen; the report may come a moment later.
    await writeReports(this.#session, this.subject, this.result);
  }
}

/**
 * `nabla check --watch`: checks, and again at every save what the save touched. Ends with `q`, at the end of standard
 * input, or with Ctrl-C.
 */
export async function watch(options: CheckOptions, terminal: Terminal): Promise<0> {
  const spare = new Spare();
  const session = { ...(await openSession(options, terminal)), spare };
  const { watch: words } = session.messages;
  const all = session.subjects.map((subject) => new Watched(session, subject, terminal));
  const changed = new Map<Watched, Set<string>>();
  let work = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  /** One after the other: a save during a check waits for its end. */
  const enqueue = (job: () => Promise<void>): void => {
    work = work.then(job).catch((error: unknown) => terminal.err(`nabla: ${(error as Error).message}\n`));
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
  const watchers = all.map((watched) => {
    const { submission } = watched.subject;
    return watchFiles(submission, { ignoreInitial: true, ignored: /[\\/](?:node_modules|\.[^\\/]*)(?:[\\/]|$)/ }).on(
      'all',
      (_, file) => {
        if (!file.endsWith('.ts')) return;
        const name = path.relative(submission, file).replaceAll(path.sep, '/');
        changed.set(watched, (changed.get(watched) ?? new Set()).add(name));
        clearTimeout(timer);
        timer = setTimeout(checkChanged, settleMs);
      },
    );
  });
  await Promise.all(watchers.map((watcher) => new Promise<void>((resolve) => watcher.once('ready', resolve))));
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
  for (const { result, subject } of all) {
    const open = result?.tasks.find(({ status }) => status !== 'passed' && status !== 'not-run')?.id;
    const start = result && startHere(result)?.task;
    if (open === undefined) continue;
    const task = `${path.basename(subject.assignment.folder)}/${start ?? open}`;
    hint({ task, level: undefined, restart: false, markdown: false, report, language }, terminal);
    return;
  }
}

/** Reads keys from a terminal, lines from anything else, until `q`, Ctrl-C or the end. */
function untilQuit(keys: Readonly<Record<string, () => void>>): Promise<void> {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  return new Promise((resolve) => {
    const end = (): void => {
      if (stdin.isTTY) stdin.setRawMode(false);
      // Paused alone, a pipe would keep the process alive.
      stdin.destroy();
      resolve();
    };
    stdin.on('data', (text: string) => {
      for (const key of text) {
        if (key === 'q' || key === '\u0003') return end();
        keys[key]?.();
      }
    });
    stdin.on('end', end);
  });
}

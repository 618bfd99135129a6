import path from 'node:path';
import { type Graded, type GradeRequest, gradeTasks } from '../../grade/grade-files.ts';
import { type Texts, textsOf, touchedTasks } from '../../grade/touched-tasks.ts';
import { startHere } from '../../report/start-here.ts';
import { Spare } from '../../sandbox/spare.ts';
import { linkTo } from '../links.ts';
import { announce, openSession, requestFor, type Session, type Subject, writeReports } from '../session.ts';
import type { Terminal } from '../terminal.ts';
import { type CheckOptions, prettyText } from './check.ts';
import { hint } from './hint.ts';
import { watcherOf } from './watcher.ts';

/** Editors save in several steps; what comes within this time is one save. */
const settleMs = 15;

/** What was known, with some tasks checked anew. With the same seed it is what a whole check would give. */
function merged(before: Graded | undefined, after: Graded): Graded {
  if (before === undefined) return after;
  const tasks = after.result.tasks.map((task, index) =>
    task.status === 'not-run' ? (before.result.tasks[index] ?? task) : task,
  );
  const points = tasks.reduce((sum, one) => sum + one.points, 0);
  return { result: { ...after.result, tasks, points }, aids: new Map([...before.aids, ...after.aids]) };
}

/** One assignment under watch, with what is known of it so far. */
class Watched {
  readonly #session: Session;
  readonly #terminal: Terminal;
  readonly subject: Subject;
  graded: Graded | undefined;
  texts: Texts = new Map();

  constructor(session: Session, subject: Subject, terminal: Terminal) {
    this.#session = session;
    this.#terminal = terminal;
    this.subject = subject;
  }

  /** Checks the tasks that the changed files touch, or all that were asked for, and shows the outcome. */
  async check(changed?: ReadonlySet<string>): Promise<void> {
    const { only } = this.subject;
    const request = requestFor(this.#session, this.subject, only);
    const touched = changed && (await this.#touchedBy(changed, request));
    this.texts = textsOf(request.files);
    const asked = touched?.filter((id) => only.length === 0 || only.includes(id)) ?? only;
    if (touched && asked.length === 0) return;
    announce(this.#session, this.subject, this.#terminal);
    let shown = '';
    const show = (graded: Graded): void => {
      const text = prettyText(this.#session, this.subject, graded.result, this.#terminal);
      if (text === shown) return;
      if (touched) this.#terminal.clear?.();
      this.#terminal.out(text);
      shown = text;
    };
    const before = touched && this.graded;
    let known: Graded | undefined;
    for await (const graded of gradeTasks({ ...request, only: asked })) {
      known = merged(before, graded);
      // An assignment has what is called before what calls it: what was saved is shown at once, and of the others what
      // was known until now.
      if (touched) show(known);
    }
    if (known === undefined) return;
    this.graded = known;
    show(known);
    // Whoever has saved looks at the screen; the report may come a moment later.
    await writeReports(this.#session, this.subject, known);
  }

  /** The tasks that a save touches; undefined where nothing is known yet. */
  async #touchedBy(
    changed: ReadonlySet<string>,
    { files, host }: GradeRequest,
  ): Promise<readonly string[] | undefined> {
    if (this.graded === undefined) return undefined;
    const { manifest } = this.subject.assignment;
    const program = await host.compile(files, manifest.tasks);
    const save = { changed, before: this.texts, now: textsOf(files), last: this.graded.result };
    return touchedTasks(manifest, program, save);
  }
}

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

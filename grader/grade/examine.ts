import type { Answerer } from '../check/answerer.ts';
import type { Program } from '../compile/program.ts';
import { isUnwritten } from '../judge/judge.ts';
import type { Assignment } from '../load/grading.ts';
import type { TaskEntry } from '../load/manifest.ts';
import type { StandIn } from '../sandbox/stand-in.ts';
import type { SandboxProgram } from '../sandbox/tier.ts';
import { rightAnswers } from '../substitute/right-answers.ts';
import {
  brokenTaskIn,
  dependenciesOf,
  filesFrom,
  importedBy,
  isLoaded,
  mayBeAnothersFault,
  throwing,
} from './broken.ts';
import type { Host } from './host.ts';
import { answererOf, type ExaminedTask, type Run, runTask } from './run-task.ts';

export type { ExaminedTask } from './run-task.ts';

/** Tries the laws of one submission's tasks, each by itself: one bug costs one task. */
export class Examination {
  readonly #run: Run;
  readonly #tasks: readonly TaskEntry[];
  readonly #findings = new Map<string, Promise<ExaminedTask>>();
  readonly #answeredFor = new Map<string, Promise<ExaminedTask>>();
  readonly #verdicts = new Map<string, Promise<ExaminedTask>>();

  constructor(assignment: Assignment, program: Program, seed: number, { sandbox, now }: Host) {
    const { tasks } = assignment.manifest;
    const files = [...program.files.values()].map(({ name, code = null, imports }) => ({ name, code, imports }));
    const opened = sandbox.open({ files, limits: largestLimits(tasks) });
    this.#run = { assignment, program, sandbox: opened, seed, now };
    this.#tasks = tasks;
  }

  close(): void {
    this.#run.sandbox.close();
  }

  /** The verdict on a task, after its own run and, where broken tasks may be to blame, others with these replaced. */
  examine(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#verdicts, entry, () => this.#examine(entry));
  }

  /** How to ask the student's own function for a task, whatever its laws say. */
  answererOf(entry: TaskEntry): Answerer {
    return answererOf(this.#run.sandbox, entry, []);
  }

  async #examine(entry: TaskEntry): Promise<ExaminedTask> {
    const verdict = await this.#answered(entry);
    if (verdict.blockedBy.length > 0 || !this.#mayBeOthersFault(verdict)) return verdict;
    const others = await this.#undeclared(entry);
    if (others.length === 0) return verdict;
    // Nobody answers for these: they throw. Whoever passes does not need them; whoever meets one cannot be judged.
    const answering = await this.#standInsFor(entry);
    const standIns = [...answering, ...others.map((other) => throwing(other, false))];
    const again = await this.#tried(entry, standIns);
    const durationMs = verdict.durationMs + again.durationMs;
    const replaced = answering.map(({ task }) => task);
    if (again.finding.kind === 'passed') return { ...again, durationMs, replaced };
    const met = brokenTaskIn(again.finding);
    return { ...verdict, durationMs, blockedBy: others.map(({ id }) => id).filter((id) => id === met) };
  }

  /** With right answers for what the task is declared to stand on, where that is broken. */
  #answered(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#answeredFor, entry, async () => {
      const first = await this.#alone(entry);
      if (!this.#mayBeOthersFault(first)) return first;
      const standIns = isLoaded(first.finding)
        ? await this.#standInsFor(entry)
        : await this.#standInsForWholeFiles(entry);
      if (standIns.length === 0) return first;
      const { stuck, ...again } = await this.#tried(entry, standIns);
      const durationMs = first.durationMs + again.durationMs;
      const replaced = standIns.filter(({ answers }) => answers !== undefined).map(({ task }) => task);
      // Whoever passes is right, though a const kept some of the wrong functions in their own file.
      if (again.finding.kind === 'passed') return { ...again, durationMs, replaced };
      // Replaced, and broken still: the fault is its own, and this run shows it without the others' mistakes. Where a
      // whole file had to be left out, something else of it may be missing.
      const isOwnFault = !stuck && standIns.every(({ withoutFile }) => !withoutFile) && isLoaded(again.finding);
      if (isOwnFault) return { ...again, durationMs, replaced };
      return { ...first, durationMs, blockedBy: standIns.map(({ task }) => task) };
    });
  }

  /** A task with the student's own functions around it; asked for once. */
  #alone(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#findings, entry, () => this.#tried(entry, []));
  }

  /**
   * Tries a task's laws. No task fails in a process that ran anything but what it imports: code that got hold of its process
   * could answer for other files as it likes. It could answer rightly, too, but then it has done the mathematics.
   */
  async #tried(entry: TaskEntry, standIns: readonly StandIn[]): ReturnType<typeof runTask> {
    const { sandbox, program } = this.#run;
    const own = [entry, ...standIns].map(({ file }) => filesFrom(file, program));
    const isByItself = (): boolean => [...sandbox.touched].every((file) => own.some((files) => files.has(file)));
    const found = await runTask(this.#run, entry, standIns, isByItself);
    if (found.finding.kind === 'passed' || this.#isStub(found, program) || isByItself()) return found;
    sandbox.startOver();
    const again = await runTask(this.#run, entry, standIns, isByItself);
    return { ...again, durationMs: found.durationMs + again.durationMs };
  }

  /** Not started, as its own text says too. */
  #isStub({ finding, entry }: ExaminedTask, program: Program): boolean {
    const ids = this.#tasks.map(({ id }) => id);
    return (
      isUnwritten(finding, entry.id, ids) &&
      /not[ -]?(?:yet )?implemented/i.test(program.files.get(entry.file)?.code ?? '')
    );
  }

  #mayBeOthersFault({ entry, finding }: ExaminedTask): boolean {
    const ids = this.#tasks.map(({ id }) => id);
    return (
      mayBeAnothersFault(finding) &&
      !isUnwritten(finding, entry.id, ids) &&
      this.#run.program.files.get(entry.file)?.problem === undefined
    );
  }

  /** For what a task is declared to stand on, where that is broken. It loads, so it imports no file that does not. */
  async #standInsFor(entry: TaskEntry): Promise<readonly StandIn[]> {
    const standIns: StandIn[] = [];
    for (const other of this.#declared(entry)) {
      const { finding } = await this.#answered(other);
      if (finding.kind !== 'passed' && isLoaded(finding)) standIns.push(this.#answering(other, false));
    }
    return standIns;
  }

  /** For all functions of files that do not load, so that the task's own file does. */
  async #standInsForWholeFiles(entry: TaskEntry): Promise<readonly StandIn[]> {
    const declared = this.#declared(entry);
    const standIns: StandIn[] = [];
    for (const other of declared) {
      const { finding } = await this.#answered(other);
      // A file that the task itself is in cannot be left out: there, what is to blame is the file or what it imports.
      const withoutFile = !isLoaded(finding) && other.file !== entry.file;
      if (finding.kind !== 'passed') standIns.push(this.#answering(other, withoutFile));
    }
    for (const other of importedBy(entry, this.#tasks, this.#run.program)) {
      if (declared.includes(other) || other.file === entry.file) continue;
      if (!isLoaded((await this.#alone(other)).finding)) standIns.push(throwing(other, true));
    }
    return standIns.some(({ withoutFile }) => withoutFile) ? standIns : [];
  }

  /**
   * Broken tasks that the student's code may call though nothing declares it. Of two that call each other only the later
   * one may be held up by the other, and none by one that stands on it.
   */
  async #undeclared(entry: TaskEntry): Promise<readonly TaskEntry[]> {
    const earlier = this.#tasks.slice(0, this.#tasks.indexOf(entry));
    const declared = dependenciesOf(entry, this.#tasks);
    const found: TaskEntry[] = [];
    for (const other of importedBy(entry, this.#tasks, this.#run.program)) {
      if (declared.includes(other) || !earlier.includes(other) || this.#standsOn(other, entry)) continue;
      if ((await this.#answered(other)).finding.kind !== 'passed') found.push(other);
    }
    return found;
  }

  /** What a task is declared to stand on, but for what stands on the task itself: that would give its answer away. */
  #declared(entry: TaskEntry): readonly TaskEntry[] {
    return dependenciesOf(entry, this.#tasks).filter((other) => !this.#standsOn(other, entry));
  }

  #standsOn(other: TaskEntry, entry: TaskEntry): boolean {
    return dependenciesOf(other, this.#tasks).includes(entry);
  }

  #answering(other: TaskEntry, withoutFile: boolean): StandIn {
    const { tasks, laws } = this.#run.assignment.grading;
    const task = tasks[other.id];
    const { file, id } = other;
    return task ? { file, task: id, withoutFile, ...rightAnswers(task, laws) } : throwing(other, withoutFile);
  }
}

function remember<Value>(known: Map<string, Promise<Value>>, { id }: TaskEntry, compute: () => Promise<Value>) {
  const value = known.get(id) ?? compute();
  known.set(id, value);
  return value;
}

/** One process serves all tasks of a submission, and has to be large enough for the largest. */
function largestLimits(tasks: readonly TaskEntry[]): SandboxProgram['limits'] {
  const largest = (of: keyof TaskEntry['limits']): number => Math.max(...tasks.map(({ limits }) => limits[of]));
  return {
    // Each task has one run by itself, two with others replaced, and is asked again for its report.
    cpuSeconds: Math.ceil((4 * tasks.reduce((sum, { limits }) => sum + limits.taskMs, 0)) / 1000),
    heapMb: largest('heapMb'),
    outsideHeapMb: largest('outsideHeapMb'),
    frameMb: largest('frameMb'),
    printedKb: largest('printedKb'),
  };
}

import type { Answerer } from '../check/answerer.ts';
import { loadedFiles } from '../compile/loaded-files.ts';
import type { Program } from '../compile/program.ts';
import { isUnwritten } from '../judge/judge.ts';
import type { Assignment } from '../load/assignment/grading.ts';
import type { TaskEntry } from '../load/assignment/manifest.ts';
import type { StandIn } from '../sandbox/stand-in.ts';
import { rightAnswers } from '../substitute/right-answers.ts';
import {
  brokenTaskIn,
  declaredFor,
  dependenciesOf,
  importedBy,
  isLoaded,
  mayBeAnothersFault,
  standsOn,
  throwing,
} from './broken.ts';
import type { Host } from './host.ts';
import { largestLimits } from './limits.ts';
import { answererOf, type ExaminedTask, hasCounterexample, type Run } from './run-task.ts';
import { tryTask } from './try-task.ts';

export type { ExaminedTask } from './run-task.ts';

/**
 * Tries the laws of one submission's tasks, each by itself: one bug costs one task.
 *
 * Long, for each verdict stands on what was found of others, and that is asked for once.
 */
export class Examination {
  readonly #run: Run;
  readonly #tasks: readonly TaskEntry[];
  readonly #findings = new Map<string, Promise<ExaminedTask>>();
  readonly #answeredFor = new Map<string, Promise<ExaminedTask>>();
  readonly #verdicts = new Map<string, Promise<ExaminedTask>>();
  readonly #answerers = new Map<string, Answerer>();
  readonly #broken = new Set<string>();
  /** Tasks whose own run was found to fail, and no more: a run with stand-ins was to follow. */
  readonly #unsettled = new Set<string>();

  constructor(assignment: Assignment, program: Program, seed: number, { sandbox, now }: Host) {
    const { tasks } = assignment.manifest;
    const opened = sandbox.open({ files: loadedFiles(program), limits: largestLimits(tasks) });
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

  /** How to ask the student's own function for a task, whatever its laws say; the same one for whoever wants to know. */
  answererOf(entry: TaskEntry): Answerer {
    return remember(this.#answerers, entry, () => answererOf(this.#run.sandbox, entry, []));
  }

  async #examine(entry: TaskEntry): Promise<ExaminedTask> {
    const verdict = await this.#answered(entry);
    if (verdict.blockedBy.length > 0 || !this.#mayBeOthersFault(verdict)) return verdict;
    const others = await this.#undeclared(entry);
    if (others.length === 0) return verdict;
    // Nobody answers for these: they throw. Whoever passes does not need them; whoever meets one cannot be judged.
    const answering = await this.#standInsFor(entry);
    const standIns = [...answering, ...others.map((other) => throwing(other, false))];
    const again = await tryTask(this.#run, entry, standIns);
    const durationMs = verdict.durationMs + again.durationMs;
    const replaced = answering.map(({ task }) => task);
    if (again.finding.kind === 'passed') return { ...again, durationMs, replaced };
    const met = brokenTaskIn(again.finding);
    return { ...verdict, durationMs, blockedBy: others.map(({ id }) => id).filter((id) => id === met) };
  }

  /** With right answers for what the task is declared to stand on, where that is broken. */
  #answered(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#answeredFor, entry, async () => {
      const answered = await this.#answeredOnce(entry);
      if (answered.finding.kind !== 'passed') this.#broken.add(entry.id);
      return answered;
    });
  }

  async #answeredOnce(entry: TaskEntry): Promise<ExaminedTask> {
    const first = await this.#alone(entry);
    if (!this.#mayBeOthersFault(first)) return this.#settled(first);
    const standIns = isLoaded(first.finding)
      ? await this.#standInsFor(entry)
      : await this.#standInsForWholeFiles(entry);
    if (standIns.length === 0) return this.#settled(first);
    const { stuck, ...again } = await tryTask(this.#run, entry, standIns);
    const durationMs = first.durationMs + again.durationMs;
    const replaced = standIns.filter(({ answers }) => answers !== undefined).map(({ task }) => task);
    // Whoever passes is right, though a const kept some of the wrong functions in their own file.
    if (again.finding.kind === 'passed') return { ...again, durationMs, replaced };
    // Replaced, and broken still: the fault is its own, and this run shows it without the others' mistakes. Where a
    // whole file had to be left out, something else of it may be missing.
    const isOwnFault = !stuck && standIns.every(({ withoutFile }) => !withoutFile) && isLoaded(again.finding);
    if (isOwnFault) return { ...again, durationMs, replaced };
    return { ...(await this.#settled(first)), durationMs, blockedBy: standIns.map(({ task }) => task) };
  }

  /** A task with the student's own functions around it; asked for once. */
  #alone(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#findings, entry, () => {
      // What stands on a broken task is asked again with a stand-in: of this run the failure itself is hardly seen.
      if (declaredFor(entry, this.#tasks).some(({ id }) => this.#broken.has(id))) this.#unsettled.add(entry.id);
      return tryTask(this.#run, entry, [], !this.#unsettled.has(entry.id));
    });
  }

  /** A task's own run, with a counterexample as small as can be if it has one. */
  async #settled(first: ExaminedTask): Promise<ExaminedTask> {
    const { entry, finding } = first;
    const ids = this.#tasks.map(({ id }) => id);
    const isSettled = !this.#unsettled.has(entry.id) || !hasCounterexample(finding, entry.id, ids);
    return isSettled ? first : tryTask(this.#run, entry, []);
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
    for (const other of declaredFor(entry, this.#tasks)) {
      const { finding } = await this.#answered(other);
      if (finding.kind !== 'passed' && isLoaded(finding)) standIns.push(this.#answering(other, false));
    }
    return standIns;
  }

  /** For all functions of files that do not load, so that the task's own file does. */
  async #standInsForWholeFiles(entry: TaskEntry): Promise<readonly StandIn[]> {
    const declared = declaredFor(entry, this.#tasks);
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
      if (declared.includes(other) || !earlier.includes(other) || standsOn(other, entry, this.#tasks)) continue;
      if ((await this.#answered(other)).finding.kind !== 'passed') found.push(other);
    }
    return found;
  }

  #answering(other: TaskEntry, withoutFile: boolean): StandIn {
    const { tasks, laws } = this.#run.assignment.grading;
    const task = tasks[other.id];
    const { file, id } = other;
    return task ? { file, task: id, withoutFile, ...rightAnswers(task, laws) } : throwing(other, withoutFile);
  }
}

function remember<Value>(known: Map<string, Value>, { id }: TaskEntry, compute: () => Value): Value {
  const value = known.get(id) ?? compute();
  known.set(id, value);
  return value;
}

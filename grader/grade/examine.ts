import type { Answerer } from '../check/answerer.ts';
import { checkTask } from '../check/check-task.ts';
import { type Finding, hasAnswered } from '../check/failure.ts';
import type { Program } from '../compile/program.ts';
import { type Examined, isUnwritten } from '../judge/judge.ts';
import type { Assignment } from '../load/grading.ts';
import type { Limits, TaskEntry } from '../load/manifest.ts';
import { timeOf } from '../sandbox/outcome.ts';
import type { Substitute } from '../sandbox/protocol.ts';
import type { OpenProgram } from '../sandbox/tier.ts';
import type { Host } from './host.ts';

/** As much of what a function prints is kept. */
const maxPrinted = 4000;

/** A task, what was found, how to ask its function again, and what it cost. */
export interface ExaminedTask extends Examined {
  readonly entry: TaskEntry;
  readonly answer: Answerer;
  /** Whether `answer` has right functions in the place of some of the student's. */
  readonly isMixed: boolean;
  readonly printed: string;
  readonly durationMs: number;
}

/** Tries the laws of one submission's tasks, each by itself: one bug costs one task. */
export class Examination {
  readonly #assignment: Assignment;
  readonly #ids: readonly string[];
  readonly #program: Program;
  readonly #seed: number;
  readonly #now: Host['now'];
  readonly #sandbox: OpenProgram;
  readonly #findings = new Map<string, Promise<ExaminedTask>>();
  readonly #verdicts = new Map<string, Promise<ExaminedTask>>();

  constructor(assignment: Assignment, program: Program, seed: number, { sandbox, now }: Host) {
    this.#assignment = assignment;
    this.#program = program;
    this.#seed = seed;
    this.#now = now;
    const { tasks } = assignment.manifest;
    this.#ids = tasks.map(({ id }) => id);
    this.#sandbox = sandbox.open({
      files: [...program.files.values()].map(({ name, code = null, imports }) => ({ name, code, imports })),
      reference: assignment.reference,
      limits: largestLimits(tasks),
    });
  }

  close(): void {
    this.#sandbox.close();
  }

  /** The verdict on a task, after its own run and, where broken tasks may be to blame, one with these replaced. */
  examine(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#verdicts, entry.id, () => this.#examine(entry));
  }

  /** How to ask the student's own function for a task, whatever its laws say. */
  answererOf({ file, id: task, limits: { callMs } }: TaskEntry): Answerer {
    return (calls, options) => this.#sandbox.call({ file, task, calls, callMs, substitutes: [], ...options });
  }

  async #examine(entry: TaskEntry): Promise<ExaminedTask> {
    const first = await this.#alone(entry);
    if (!mayBeAnothersFault(first.finding) || isUnwritten(first.finding, entry.id, this.#ids)) return first;
    if (this.#program.files.get(entry.file)?.problem) return first;
    let verdict = first;
    for (const broken of await this.#suspects(entry, first.finding.kind !== 'not-loaded')) {
      const { stuck, ...again } = await this.#run(entry, broken);
      const durationMs = verdict.durationMs + again.durationMs;
      const replaced = broken.map(({ task }) => task);
      // Whoever passes is right, though a const kept some of the wrong functions in their own file.
      if (again.finding.kind === 'passed') return { ...again, durationMs, replaced };
      // Replaced, and broken still: the fault is its own, and this run shows it without the others' mistakes. Where a
      // whole file had to be left out, something else of it may be missing.
      const isOwnFault = !stuck && isComplete(broken) && again.finding.kind !== 'not-loaded';
      verdict = isOwnFault ? { ...again, durationMs } : { ...first, durationMs, blockedBy: replaced };
    }
    return verdict;
  }

  /** A task with the student's own functions around it; asked for once. */
  #alone(entry: TaskEntry): Promise<ExaminedTask> {
    return remember(this.#findings, entry.id, () => this.#run(entry, []));
  }

  /**
   * What has to stand in for broken tasks: first for those that the manifest names, as few as possible; then for all
   * in the files that the task's own imports, for who calls whom is the student's choice.
   */
  async #suspects(entry: TaskEntry, isLoaded: boolean): Promise<readonly (readonly Substitute[])[]> {
    const reachable = await this.#broken(this.#importedBy(entry), entry, (other) => this.#alone(other));
    if (!isLoaded) return reachable.length === 0 || isComplete(reachable) ? [] : [reachable];
    // What passes once the tasks that it stands on are replaced is not broken. Where two tasks may stand on each other,
    // neither verdict can wait for the other.
    const declared = await this.#broken(this.#dependenciesOf(entry), entry, (other) =>
      this.#dependenciesOf(other).includes(entry) ? this.#alone(other) : this.examine(other),
    );
    const ids = new Set(declared.map(({ task }) => task));
    const all = [...declared, ...reachable.filter(({ task }) => !ids.has(task))];
    // It loads, so it does not import a file that does not.
    const loaded = [declared, all].map((broken) => broken.filter(({ withoutFile }) => !withoutFile));
    return loaded.filter((broken, index, sets) => broken.length > (sets[index - 1]?.length ?? 0));
  }

  async #broken(
    tasks: readonly TaskEntry[],
    entry: TaskEntry,
    verdictOn: (other: TaskEntry) => Promise<ExaminedTask>,
  ): Promise<readonly Substitute[]> {
    const broken: Substitute[] = [];
    for (const other of tasks) {
      const { finding } = await verdictOn(other);
      if (finding.kind === 'passed') continue;
      const isLoaded = finding.kind !== 'not-loaded' || finding.reply.kind === 'no-export';
      // A file that the task itself is in cannot be left out: there, what is to blame is the file or what it imports.
      const withoutFile = !isLoaded && other.file !== entry.file;
      broken.push({ file: other.file, task: other.id, withoutFile });
    }
    return broken;
  }

  /** All that a task stands on, directly or not, in the manifest's order. */
  #dependenciesOf(entry: TaskEntry): readonly TaskEntry[] {
    const { tasks } = this.#assignment.manifest;
    const reached = new Set(entry.dependsOn);
    for (const id of reached)
      for (const next of tasks.find((task) => task.id === id)?.dependsOn ?? []) reached.add(next);
    return tasks.filter((task) => reached.has(task.id) && task.id !== entry.id);
  }

  /** The tasks in the same file and in those that it imports, directly or not. */
  #importedBy(entry: TaskEntry): readonly TaskEntry[] {
    const reached = new Set([entry.file]);
    for (const name of reached) {
      for (const next of Object.values(this.#program.files.get(name)?.imports ?? {})) reached.add(next);
    }
    return this.#assignment.manifest.tasks.filter(({ id, file }) => reached.has(file) && id !== entry.id);
  }

  async #run(
    entry: TaskEntry,
    substitutes: readonly Substitute[],
  ): Promise<ExaminedTask & { readonly stuck: boolean }> {
    const { manifest, grading } = this.#assignment;
    const { callMs, taskMs } = entry.limits;
    const now = this.#now;
    const started = now();
    let printed = '';
    let stuck = false;
    let spentMs = 0;
    const answer: Answerer = async (calls, options) => {
      const asked = now();
      const reply = await this.#sandbox.call({
        file: entry.file,
        task: entry.id,
        calls,
        callMs,
        substitutes,
        ...options,
      });
      spentMs += timeOf(reply, now() - asked);
      if (reply.kind === 'answered') {
        stuck ||= reply.stuck;
        if (printed.length < maxPrinted) printed += reply.printed.slice(0, maxPrinted - printed.length);
      }
      return reply;
    };
    const laws = grading.laws.filter((law) => law.task === entry.id);
    const isOutOfTime = (): boolean => spentMs > taskMs;
    const finding: Finding = await checkTask(manifest.id, laws, answer, this.#seed, isOutOfTime);
    const isStub = isUnwritten(finding, entry.id, this.#ids);
    if (finding.kind === 'failed' && hasAnswered(finding.failure) && !isStub) {
      // Of all that was printed, what belongs to the counterexample is what helps.
      printed = '';
      await answer([finding.failure.args], { fresh: true, echo: false });
    }
    return {
      task: entry.id,
      entry,
      finding,
      fileIsMissing: this.#program.files.get(entry.file)?.problem?.kind === 'missing',
      replaced: [],
      blockedBy: [],
      answer,
      isMixed: substitutes.length > 0,
      printed,
      durationMs: now() - started,
      stuck,
    };
  }
}

function remember<Value>(known: Map<string, Promise<Value>>, id: string, compute: () => Promise<Value>) {
  const value = known.get(id) ?? compute();
  known.set(id, value);
  return value;
}

/** No other function is to blame for one that is not there. */
const mayBeAnothersFault = (finding: Finding): boolean =>
  finding.kind !== 'passed' && !(finding.kind === 'not-loaded' && finding.reply.kind === 'no-export');

/** One process serves all tasks of a submission, and has to be large enough for the largest. */
function largestLimits(tasks: readonly TaskEntry[]): Limits {
  const largest = (of: keyof Limits): number => Math.max(...tasks.map(({ limits }) => limits[of]));
  return {
    callMs: largest('callMs'),
    taskMs: largest('taskMs'),
    heapMb: largest('heapMb'),
    outsideHeapMb: largest('outsideHeapMb'),
    frameMb: largest('frameMb'),
    printedKb: largest('printedKb'),
  };
}

/** Whether the student's files all stay, with only functions replaced in them. */
const isComplete = (substitutes: readonly Substitute[]): boolean =>
  substitutes.every(({ withoutFile }) => !withoutFile);

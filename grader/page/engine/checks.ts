import { messagesIn } from '../../catalogue/catalogue.ts';
import { merged } from '../../grade/again/merged.ts';
import { textsOf, touchedTasks } from '../../grade/again/touched-tasks.ts';
import { type Graded, type GradeRequest, gradeTasks } from '../../grade/grade-files.ts';
import type { Host } from '../../grade/host.ts';
import type { Assignment } from '../../load/assignment/assignment.ts';
import type { SubmittedFile } from '../../load/submission/submission.ts';
import { startHere } from '../../report/start-here.ts';
import type { CheckRequest, EngineData, Known } from './messages.ts';
import { submittedFiles } from './submitted.ts';
import { taskReport } from './task-report.ts';

/** The check that others go on from: what was checked, and what came of it. */
interface Last {
  readonly request: CheckRequest;
  readonly files: readonly SubmittedFile[];
  readonly graded: Graded;
}

/** Checks submissions to one assignment, each whole or as far as it differs from the last. */
export class Checks {
  readonly #assignment: Assignment;
  readonly #data: EngineData;
  readonly #host: Host;
  readonly #goingOn: Host;
  #last: Last | undefined;

  /** @param goingOn for checks that go on from one another */
  constructor(assignment: Assignment, data: EngineData, host: Host, goingOn: Host) {
    this.#assignment = assignment;
    this.#data = data;
    this.#host = host;
    this.#goingOn = goingOn;
  }

  /** Yields what is known after each task, or once if nothing has changed; ends early where it is no longer wanted. */
  async *check(request: CheckRequest, isWanted: () => boolean): AsyncGenerator<Known> {
    const { goesOn, language, seed } = request;
    const words = { messages: messagesIn(language), assignment: this.#data.words[language] ?? none };
    const files = submittedFiles(request.files, this.#data.manifest, this.#data.provided);
    const asked: GradeRequest = {
      assignment: this.#assignment,
      files,
      seed,
      words,
      host: goesOn ? this.#goingOn : this.#host,
    };
    const last = goesOn && isLike(this.#last?.request, request) ? this.#last : undefined;
    const only = last && (await this.#touched(files, last));
    if (only?.length === 0 && last) return yield this.#shown(last.graded, words);
    let graded: Graded | undefined;
    for await (const step of gradeTasks({ ...asked, only: only ?? [] })) {
      graded = merged(last?.graded, step);
      if (!isWanted()) return;
      if (goesOn) yield this.#shown(graded, words);
    }
    if (graded === undefined) return;
    if (goesOn) this.#last = { request, files, graded };
    yield this.#shown(graded, words);
  }

  async #touched(files: readonly SubmittedFile[], last: Last): Promise<readonly string[]> {
    const { manifest } = this.#assignment;
    const program = await this.#host.compile(files, manifest.tasks);
    const before = new Map(last.files.map(({ name, digest }) => [name, digest]));
    const now = new Map(files.map(({ name, digest }) => [name, digest]));
    const changed = new Set([...before.keys(), ...now.keys()].filter((name) => before.get(name) !== now.get(name)));
    if (changed.size === 0) return [];
    const save = { changed, before: textsOf(last.files), now: textsOf(files), last: last.graded.result };
    return touchedTasks(manifest, program, save);
  }

  async #shown({ result, aids }: Graded, { messages, assignment }: GradeRequest['words']): Promise<Known> {
    const reports = result.tasks.map(async (task) => {
      return [task.id, await taskReport(task, aids.get(task.id), assignment, messages)] as const;
    });
    return { result, reports: Object.fromEntries(await Promise.all(reports)), start: startHere(result)?.task };
  }
}

const none = { laws: {}, misconceptions: {} };

const isLike = (last: CheckRequest | undefined, { seed, language }: CheckRequest): boolean =>
  last?.seed === seed && last.language === language;

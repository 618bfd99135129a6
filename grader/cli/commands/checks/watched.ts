import { merged } from '../../../grade/again/merged.ts';
import { type Texts, textsOf, touchedTasks } from '../../../grade/again/touched-tasks.ts';
import { type Graded, type GradeRequest, gradeTasks } from '../../../grade/grade-files.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { prettyText } from './check.ts';
import type { Session, Subject } from './session.ts';
import { announce, requestFor, writeReports } from './subject.ts';

/** One assignment under watch, with what is known of it so far. */
export class Watched {
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
      const text = prettyText(this.#session, this.subject, graded, this.#terminal);
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

import path from 'node:path';
import { createInterface } from 'node:readline';
import { evaluate, patienceOf } from '../../attempt/attempt.ts';
import { commonTools, uses } from '../../attempt/expression.ts';
import { outcomeText } from '../../attempt/outcome-text.ts';
import { fill, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError, saying } from '../../errors.ts';
import type { Host } from '../../grade/host.ts';
import { nodeHost } from '../../host/node-host.ts';
import { type Assignment, listAssignments, loadAssignment, projectRoot } from '../../load/assignment/grading.ts';
import { type Language, readManifest } from '../../load/assignment/manifest.ts';
import { spokenIn } from '../../load/spoken.ts';
import { findSubmission } from '../../load/submission/find-submission.ts';
import { readSubmission } from '../../load/submission/submission.ts';
import { nearest } from '../../nearest.ts';
import { pickTier, type TierChoice } from '../../sandbox/process/launch.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface TryCommand {
  /** An assignment or none, and expressions. */
  readonly words: readonly string[];
  readonly submission: string | undefined;
  readonly sandbox: TierChoice;
  readonly language: Language;
}

/** `nabla try`: evaluates expressions with the student's own functions. Gives 1 where one has no value. */
export async function tryOut(command: TryCommand, terminal: Terminal): Promise<0 | 1> {
  const root = projectRoot();
  const [slug, expressions] = split(command.words, root);
  const assignment = await loadAssignment(root, slug);
  const attempts = new Attempts(assignment, folderOf(command, root, assignment, terminal), command, root, terminal);
  if (expressions.length === 0) return attempts.prompt();
  let status: 0 | 1 = 0;
  for (const expression of expressions) if (!(await attempts.show(expression))) status = 1;
  return status;
}

/** The assignment that was named, or the first that has a function that an expression names. */
function split(words: readonly string[], root: string): readonly [slug: string, expressions: readonly string[]] {
  const slugs = listAssignments(root);
  const [first = '', ...others] = words;
  const named = slugs.find((slug) => slug === first || slug.startsWith(`${first}-`) || slug.endsWith(`-${first}`));
  if (named !== undefined && first !== '') return [named, others];
  if (words.length === 0 && slugs.length === 1) return [slugs[0] ?? '', []];
  const using = slugs.find((slug) =>
    readManifest(path.join(root, 'assignments', slug)).tasks.some(({ id }) => words.some((word) => uses(word, id))),
  );
  if (using !== undefined) return [using, words];
  const ids = slugs.flatMap((slug) => readManifest(path.join(root, 'assignments', slug)).tasks.map(({ id }) => id));
  const names = words.join(' ').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? [];
  const close = names.map((name) => nearest(name, ids)).find((id) => id !== undefined);
  const meant =
    close === undefined ? saying('name-one-first', { names: slugs }) : saying('did-you-mean', { name: close });
  throw new NablaError('usage', 'nothing-named', { meant });
}

function folderOf(
  { submission }: TryCommand,
  root: string,
  { slug, manifest }: Assignment,
  { folder }: Terminal,
): string {
  if (submission === undefined) return path.join(root, 'assignments', slug, 'src');
  const files = manifest.tasks.map(({ file }) => file);
  const sought = { slug, files, isOnlyOne: true, mayBeEmpty: false };
  return findSubmission(path.resolve(folder, submission), sought).folder;
}

/** Expressions one after the other, each with the student's files as they are then. */
class Attempts {
  readonly #assignment: Assignment;
  readonly #folder: string;
  readonly #host: Host;
  readonly #messages: ReturnType<typeof messagesIn>;
  readonly #terminal: Terminal;

  constructor(assignment: Assignment, folder: string, command: TryCommand, root: string, terminal: Terminal) {
    this.#assignment = assignment;
    this.#folder = folder;
    this.#host = nodeHost(pickTier(command.sandbox));
    this.#messages = messagesIn(spokenIn(root, command.language));
    this.#terminal = terminal;
  }

  /** Prints what was printed and the value; false where there is none. */
  async show(expression: string): Promise<boolean> {
    const { manifest, folder } = this.#assignment;
    const files = readSubmission(this.#folder, manifest, path.join(folder, 'src'));
    const attempted = await evaluate(expression, this.#assignment, files, this.#host);
    const { printed, text, isValue } = outcomeText(attempted, patienceOf(manifest), this.#messages);
    if (printed !== '') this.#terminal.err(printed.endsWith('\n') ? printed : `${printed}\n`);
    if (isValue) this.#terminal.out(`${text}\n`);
    else this.#terminal.err(`${text}\n`);
    return isValue;
  }

  /** Reads expressions from standard input: line by line, with history and completion where somebody types. */
  async prompt(): Promise<0 | 1> {
    const { manifest, grading } = this.#assignment;
    const names = [...manifest.tasks.map(({ id }) => id), ...commonTools, ...grading.tools.map(({ name }) => name)];
    const isTyped = process.stdin.isTTY === true;
    const lines = createInterface({
      input: process.stdin,
      ...(isTyped && { output: process.stderr, prompt: '> ', completer: (line: string) => completion(line, names) }),
    });
    if (isTyped) {
      const example = `${manifest.tasks[0]?.id ?? ''}(1)`;
      this.#terminal.err(`${fill(this.#messages.attempt.prompt, { assignment: manifest.id, example })}\n`);
      lines.prompt();
    }
    let status: 0 | 1 = 0;
    for await (const line of lines) {
      if (line.trim() === '') {
        if (isTyped) break;
        continue;
      }
      if (!(await this.show(line)) && !isTyped) status = 1;
      if (isTyped) lines.prompt();
    }
    lines.close();
    return status;
  }
}

/** The names that the last word of a line may become. */
export function completion(line: string, names: readonly string[]): [string[], string] {
  const word = /[\w$]*$/.exec(line)?.[0] ?? '';
  return [names.filter((name) => name.startsWith(word)), word];
}

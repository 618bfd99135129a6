import type { FileProblem, SubmittedFile } from '../load/submission/submission.ts';
import { type CompiledFile, compileFile } from './compile.ts';
import { whyNoImport } from './modules/why-no-import.ts';

/** A submission, compiled: the files that hold tasks and those that they import. */
export interface Program {
  readonly files: ReadonlyMap<string, CompiledFile>;
  /** Name → digest of each of those files. */
  readonly digests: Readonly<Record<string, string>>;
}

/** All that is compiled together, in characters: what may be read of one file takes up to three seconds. */
const maxProgramLength = 2 ** 20;

/** Compiles the files of the tasks, and from them on every file that is imported. */
export function compileProgram(
  submitted: readonly SubmittedFile[],
  tasks: readonly { readonly file: string }[],
): Program {
  const byName = new Map(submitted.map((file) => [file.name, file]));
  const files = new Map<string, CompiledFile>();
  const digests: Record<string, string> = {};
  const taskFiles = new Set(tasks.map((task) => task.file));
  const isKnown = (name: string): boolean => byName.has(name) || taskFiles.has(name);
  const queue = [...taskFiles];
  let length = 0;
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const source = byName.get(name);
    if (files.has(name)) continue;
    if (source !== undefined && 'text' in source) {
      length += source.text.length;
      const fits = length <= maxProgramLength;
      const names = [...new Set([...byName.keys(), ...taskFiles])];
      files.set(name, fits ? explained(compileFile(source, isKnown), names) : withoutCode(name, 'too-large'));
    } else
      files.set(
        name,
        source !== undefined && 'unreadable' in source ? withoutCode(name, source.unreadable) : missing(name, source),
      );
    if (source !== undefined && !('misnamed' in source)) digests[name] = source.digest;
    queue.push(...Object.values(files.get(name)?.imports ?? {}));
  }
  return { files, digests };
}

const unmapped = (name: string): CompiledFile => ({ name, imports: {}, exports: [], original: (position) => position });

const missing = (name: string, source: { readonly misnamed: string } | undefined): CompiledFile => ({
  ...unmapped(name),
  problem: { kind: 'missing', position: { line: 1, column: 1 }, ...(source && { misnamed: source.misnamed }) },
});

const withoutCode = (name: string, reason: FileProblem): CompiledFile => ({
  ...unmapped(name),
  problem: { kind: reason, position: { line: 1, column: 1 } },
});

/** An import that leads nowhere, with what was probably meant. */
const explained = (file: CompiledFile, names: readonly string[]): CompiledFile =>
  file.problem?.kind === 'import'
    ? { ...file, problem: { ...file.problem, ...whyNoImport(file.name, file.problem.specifier, names) } }
    : file;

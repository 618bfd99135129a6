import type { FileProblem, SubmittedFile } from '../load/submission.ts';
import { type CompiledFile, compileFile } from './compile.ts';
import { createPositionMap } from './position-map.ts';

/** A submission, compiled: the files that hold tasks and those that they import. */
export interface Program {
  readonly files: ReadonlyMap<string, CompiledFile>;
  /** Name → digest of each of those files. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Compiles the files of the tasks, and from them on every file that is imported. */
export function compileProgram(
  submitted: readonly SubmittedFile[],
  tasks: readonly { readonly file: string }[],
): Program {
  const byName = new Map(submitted.map((file) => [file.name, file]));
  const files = new Map<string, CompiledFile>();
  const digests: Record<string, string> = {};
  const taskFiles = new Set(tasks.map((task) => task.file));
  const queue = [...taskFiles];
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const source = byName.get(name);
    if (files.has(name)) continue;
    const compiled =
      source !== undefined && 'text' in source
        ? compileFile(source, (other) => byName.has(other) || taskFiles.has(other))
        : withoutCode(name, source === undefined ? 'missing' : source.unreadable);
    files.set(name, compiled);
    if (source !== undefined) digests[name] = source.digest;
    queue.push(...Object.values(compiled.imports));
  }
  return { files, digests };
}

const withoutCode = (name: string, reason: 'missing' | FileProblem): CompiledFile => ({
  name,
  imports: {},
  positions: createPositionMap(undefined),
  problem: { kind: reason, message: '', position: { line: 1, column: 1 } },
});

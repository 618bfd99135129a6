import path from 'node:path/posix';
import vm from 'node:vm';
import { transform } from 'sucrase';
import type { FileProblem } from '../load/submission.ts';
import { createPositionMap, type Position, type PositionMap } from './position-map.ts';
import { resolveImport } from './resolve-import.ts';

/** A student's file, as it was read. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Why a file is not a program; the position is the student's own. */
export interface CodeProblem {
  readonly kind: 'syntax' | 'missing' | FileProblem;
  readonly message: string;
  readonly position: Position;
}

export interface CompiledFile {
  readonly name: string;
  /** The body of a function of `exports` and `require`; absent where the file is not a program. */
  readonly code?: string;
  readonly problem?: CodeProblem;
  /** Import specifier → name of the file in the submission. */
  readonly imports: { readonly [specifier: string]: string };
  readonly positions: PositionMap;
}

const requireCall = /\brequire\(\s*(?:'([^']*)'|"([^"]*)")\s*\)/g;

/** The specifiers that a compiled file may ask for. Too many do no harm: they are only looked up. */
export function importSpecifiers(code: string): readonly string[] {
  return [...new Set([...code.matchAll(requireCall)].map((match) => match[1] ?? match[2] ?? ''))];
}

/**
 * Strips the types of one file and turns its imports into calls of a `require` that the sandbox controls. Code behind
 * the student's own lets the sandbox put another function in the place of one that the file exports.
 */
export function compileFile(file: SourceFile, isKnown: (name: string) => boolean): CompiledFile {
  const { code, ...rest } = scriptOf(file);
  if (code === undefined) return { name: file.name, imports: {}, ...rest };
  const imports: Record<string, string> = {};
  for (const specifier of importSpecifiers(code)) {
    const target = resolveImport(path.dirname(file.name), specifier, isKnown);
    if (target !== undefined) imports[specifier] = target;
  }
  return { name: file.name, code: withSetters(code), imports, ...rest };
}

/** A file as JavaScript, or why it is none. */
type Script = Pick<CompiledFile, 'code' | 'problem' | 'positions'>;

/** Of each name, what came of the file that was seen last: who watches has changed one of them, and all are asked for. */
const lastScripts = new Map<string, { readonly text: string; readonly script: Script }>();

function scriptOf({ name, text }: SourceFile): Script {
  const last = lastScripts.get(name);
  if (last?.text === text) return last.script;
  const script = toScript({ name, text });
  lastScripts.set(name, { text, script });
  return script;
}

function toScript({ name, text }: SourceFile): Script {
  try {
    const { code, sourceMap } = transform(text, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      filePath: name,
      sourceMapOptions: { compiledFilename: name },
    });
    const positions = createPositionMap(sourceMap);
    const problem = syntaxProblem(name, code, positions);
    return problem ? { problem, positions } : { code, positions };
  } catch (error) {
    return { problem: transformProblem(error), positions: createPositionMap(undefined) };
  }
}

/** `exports.name = local;`, as every export of something that the file itself declares ends up. */
const exportOfLocal = /\bexports\.([\p{ID_Start}$_][\p{ID_Continue}$]*) = ([\p{ID_Start}$_][\p{ID_Continue}$]*);/gu;

/**
 * The code, and behind it a setter for each export that the file declares. A `const` of such a name becomes a `let` of
 * the same width, for the setter to work; what it cannot set (a destructured const) throws when it is called.
 */
function withSetters(code: string): string {
  const locals = new Map([...code.matchAll(exportOfLocal)].map(([, name = '', local = '']) => [name, local]));
  const names = new Set(locals.values());
  const settable = code.replace(/\bconst( +)([\p{ID_Start}$_][\p{ID_Continue}$]*)/gu, (whole, blanks, name) =>
    names.has(name) ? `let  ${blanks}${name}` : whole,
  );
  const setters = [...locals].map(([name, local]) => `${name}: ($) => { ${local} = $; }`);
  return `${settable}\n;return { ${setters.join(', ')} };`;
}

function syntaxProblem(name: string, code: string, positions: PositionMap): CodeProblem | undefined {
  try {
    // Parses, and runs nothing.
    vm.compileFunction(code, ['exports', 'require'], { filename: name });
    return undefined;
  } catch (error) {
    const stack = String((error as Error).stack);
    const line = Number(/:(\d+)\n/.exec(stack)?.[1] ?? 1);
    const column = (/^ *\^/m.exec(stack)?.[0].length ?? 1) - 1;
    return {
      kind: 'syntax',
      message: (error as Error).message,
      position: positions.original({ line, column: column + 1 }),
    };
  }
}

/** Sucrase names the place in `loc` and again, in brackets, at the end of its message. */
function transformProblem(error: unknown): CodeProblem {
  const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
  const text = message.replace(/^Error transforming [^:]*: /, '').replace(/ \(\d+:\d+\)$/, '');
  return { kind: 'syntax', message: text, position: { line: loc?.line ?? 1, column: loc?.column ?? 1 } };
}

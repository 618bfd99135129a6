import path from 'node:path/posix';
import type { FileProblem } from '../load/submission/submission.ts';
import { readAsV8Does, refuseForbidden } from './forbidden.ts';
import { Lines, type Position } from './lines.ts';
import { resolveImport } from './modules/resolve-import.ts';
import { type ImportedModule, toScript } from './modules/to-script.ts';
import type { NoImport } from './modules/why-no-import.ts';
import { parseModule, SyntaxProblem, TooComplex } from './parse.ts';
import { eraseTypes } from './types/erase.ts';
import { Refused, type RefusedConstruct } from './types/refused.ts';
import { firstDifference } from './types/same-tree.ts';

/** A student's file, as it was read. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Why a file is not a program; the position is the student's own. */
export type CodeProblem = { readonly position: Position } & (
  | { readonly kind: 'syntax'; readonly message: string; readonly offset: number }
  | { readonly kind: 'refused'; readonly construct: RefusedConstruct }
  | { readonly kind: 'tooComplex' }
  | ({ readonly kind: 'import'; readonly specifier: string } & Partial<NoImport>)
  | { readonly kind: 'missing'; readonly misnamed?: string }
  | { readonly kind: FileProblem }
);

export interface CompiledFile {
  readonly name: string;
  /** The student's own text; absent where there is none. */
  readonly text?: string;
  /** The body of a function of `nabla$`; absent where the file is not a program. */
  readonly code?: string;
  readonly problem?: CodeProblem;
  /** Import specifier → name of the file in the submission. */
  readonly imports: { readonly [specifier: string]: string };
  /** The names that it exports; `*` stands for those of another file. */
  readonly exports: readonly string[];
  /** From a place in the code to the place in the student's text. */
  readonly original: (compiled: Position) => Position;
}

/**
 * Takes the types off one file and makes it a function that the sandbox calls. What V8 is to run has been read twice by
 * a parser that knows no types: without them, against the tree with them; and at the end, as it is.
 */
export function compileFile(file: SourceFile, isKnown: (name: string) => boolean): CompiledFile {
  const script = scriptOf(file);
  const base = { name: file.name, text: file.text, original: script.original, exports: script.exports };
  if (script.code === undefined) return { ...base, imports: {}, problem: script.problem };
  const imports: Record<string, string> = {};
  for (const { specifier, position } of script.imports) {
    const target = resolveImport(path.dirname(file.name), specifier, isKnown);
    if (target === undefined) return { ...base, imports: {}, problem: { kind: 'import', specifier, position } };
    imports[specifier] = target;
  }
  return { ...base, code: script.code, imports };
}

/** What can be said of a file by its text alone. */
type Script = Pick<CompiledFile, 'original' | 'exports'> &
  (
    | { readonly code: string; readonly imports: readonly (ImportedModule & { readonly position: Position })[] }
    | { readonly code?: undefined; readonly problem: CodeProblem }
  );

/** Cache of the last compilation of each file, by name: in watch mode usually only one file has changed. */
const lastScripts = new Map<string, { readonly text: string; readonly script: Script }>();

function scriptOf({ name, text }: SourceFile): Script {
  const last = lastScripts.get(name);
  if (last?.text === text) return last.script;
  const script = compileText(text);
  lastScripts.set(name, { text, script });
  return script;
}

function compileText(text: string): Script {
  const lines = new Lines(text);
  /** From the text that is being read to the student's. */
  let toSource = (offset: number): number => offset;
  try {
    const erased = eraseTypes(withoutHashbang(text));
    toSource = (offset) => erased.edited.original(offset);
    const plain = parseModule(erased.edited.text);
    const different = firstDifference(erased, plain);
    if (different !== undefined) {
      toSource = (offset) => offset;
      throw new Refused('unknown', different);
    }
    refuseForbidden(plain);
    const { edited, imports, exports } = toScript(erased.edited.text, plain);
    toSource = (offset) => erased.edited.original(edited.original(offset));
    readAsV8Does(edited.text);
    const codeLines = new Lines(edited.text);
    return {
      code: edited.text,
      exports,
      imports: imports.map((one) => ({ ...one, position: lines.positionOf(erased.edited.original(one.offset)) })),
      original: (compiled) => lines.positionOf(toSource(codeLines.offsetOf(compiled))),
    };
  } catch (error) {
    const at = (offset: number): Place => ({ offset: toSource(offset), position: lines.positionOf(toSource(offset)) });
    return { exports: [], original: (position) => position, problem: problemOf(error, at) };
  }
}

/** A place in the student's text. */
interface Place {
  readonly offset: number;
  readonly position: Position;
}

function problemOf(error: unknown, at: (offset: number) => Place): CodeProblem {
  if (error instanceof SyntaxProblem) return { kind: 'syntax', message: error.message, ...at(error.offset) };
  if (error instanceof Refused)
    return { kind: 'refused', construct: error.construct, position: at(error.offset).position };
  // The recursion of whoever walks a tree ends as the parser's own does.
  if (error instanceof TooComplex || error instanceof RangeError) {
    return { kind: 'tooComplex', position: { line: 1, column: 1 } };
  }
  throw error;
}

/** A first line `#!` is for a shell; to the language it is a comment. */
const withoutHashbang = (text: string): string =>
  text.replace(/^\uFEFF?#!/, (mark) => `${' '.repeat(mark.length - 2)}//`);

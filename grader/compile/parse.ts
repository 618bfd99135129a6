import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import type { Node } from './tree.ts';

/** Why a text is no program, and where; offsets are counted from 0. */
export class SyntaxProblem extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A text that would take too long to read. No `SyntaxError`: the parser's own attempts do not catch it. */
export class TooComplex extends Error {}

/** As often a token may be read, on average, before a text is refused. Plain code takes 1, code full of arrows 4. */
const readsPerCharacter = 12;
/** What a short text may take in any case. */
const leastReads = 20_000;
/** To compare so many names takes as long as to read a token. */
const namesPerRead = 16;
/** Expressions, statements and types in one another. Code that people write has ten to twenty. */
const maxDepth = 250;

/** What of a parser it is bounded by. Acorn's methods are not in its types. */
interface Inner {
  input: string;
  pos: number;
  nextToken(): void;
  declareName(...args: unknown[]): unknown;
  currentScope(): {
    readonly var: readonly string[];
    readonly lexical: readonly string[];
    readonly functions: readonly string[];
  };
  raise(offset: number, message: string): never;
  parseExprAtom(...args: unknown[]): unknown;
  parseStatement(...args: unknown[]): unknown;
  parseBindingAtom(...args: unknown[]): unknown;
  tsParseNonArrayType(...args: unknown[]): unknown;
}

/** Recursion is counted, and so is every token that is read: what tries again and again runs out of both. */
function bounded(Base: typeof Parser): typeof Parser {
  const Open = Base as unknown as new (options: object, input: string, start?: number) => Inner;
  class Bounded extends Open {
    #reads = 0;
    #depth = 0;
    #count(reads: number): void {
      this.#reads += reads;
      if (this.#reads > leastReads + readsPerCharacter * this.input.length) throw new TooComplex('reads');
    }
    override nextToken(): void {
      this.#count(1);
      super.nextToken();
    }
    /** Acorn looks for the name among all those of the scope, one by one. */
    override declareName(...args: unknown[]): unknown {
      const scope = this.currentScope();
      this.#count((scope.var.length + scope.lexical.length + scope.functions.length) / namesPerRead);
      return super.declareName(...args);
    }
    /** Without a line and a column, which acorn would count from the beginning of the text each time that it tries. */
    override raise(offset: number, message: string): never {
      throw Object.assign(new SyntaxError(message), { pos: offset, raisedAt: this.pos });
    }
    raiseRecoverable(offset: number, message: string): never {
      return this.raise(offset, message);
    }
    #deeper(parse: () => unknown): unknown {
      this.#depth += 1;
      if (this.#depth > maxDepth) throw new TooComplex('depth');
      try {
        return parse();
      } finally {
        this.#depth -= 1;
      }
    }
    override parseExprAtom(...args: unknown[]): unknown {
      return this.#deeper(() => super.parseExprAtom(...args));
    }
    override parseStatement(...args: unknown[]): unknown {
      return this.#deeper(() => super.parseStatement(...args));
    }
    override parseBindingAtom(...args: unknown[]): unknown {
      return this.#deeper(() => super.parseBindingAtom(...args));
    }
    override tsParseNonArrayType(...args: unknown[]): unknown {
      return this.#deeper(() => super.tsParseNonArrayType(...args));
    }
  }
  return Bounded as unknown as typeof Parser;
}

const TypeScript = Parser.extend(tsPlugin(), bounded);
const JavaScript = Parser.extend(bounded);

const parseWith = (Language: typeof Parser, text: string, sourceType: 'module' | 'script', before = 0): Node => {
  const onComment = (isBlock: boolean, _: string, start: number): void => {
    // `<!--` and `-->` are comments to a script and operators to a module.
    if (!isBlock && !text.startsWith('//', start))
      throw new SyntaxProblem('HTML comments are not allowed', start - before);
  };
  const options = {
    ecmaVersion: 'latest',
    sourceType,

    // The reader of TypeScript cannot do without.
    locations: Language === TypeScript,
    preserveParens: true,
    onComment,
  } as const;
  try {
    return Language.parse(text, options) as unknown as Node;
  } catch (error) {
    if (error instanceof SyntaxProblem || error instanceof TooComplex) throw error;
    if (error instanceof SyntaxError) {
      throw new SyntaxProblem(error.message, ((error as { pos?: number }).pos ?? 0) - before);
    }
    // The parser's recursion ended, or what the parser found undone on the way back from there. Whatever it is, a text
    // that a parser fails on is the text's trouble and not the grader's.
    throw new TooComplex('unread');
  }
};

/** Throws `SyntaxProblem` or `TooComplex`. */
export const parseTypeScript = (text: string): Node => parseWith(TypeScript, text, 'module');

/** A module as it is when its types are gone. Throws `SyntaxProblem` or `TooComplex`. */
export const parseModule = (text: string): Node => parseWith(JavaScript, text, 'module');

/** A script, `before` of whose characters are not the caller's. Throws `SyntaxProblem` or `TooComplex`. */
export const parseScript = (text: string, before: number): Node => parseWith(JavaScript, text, 'script', before);

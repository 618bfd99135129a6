import vm from 'node:vm';
import type { LoadHeader } from '../protocol/protocol.ts';

/**
 * What a file reads of the language in its inner loops. A name on the global object of a `node:vm` context is looked up
 * through Node's interceptors each time, which takes twenty times as long as what is done with it; as a variable around
 * the file it costs nothing.
 */
const names = [
  ...['Math', 'Number', 'NaN', 'Infinity', 'isFinite', 'isNaN', 'parseFloat', 'parseInt', 'BigInt'],
  ...['Array', 'Float64Array', 'Float32Array', 'Int32Array', 'Uint32Array', 'Uint8Array', 'ArrayBuffer', 'DataView'],
  ...['Object', 'Map', 'Set', 'WeakMap', 'String', 'Boolean', 'Symbol', 'RegExp', 'JSON', 'Reflect', 'Promise'],
  ...['Error', 'RangeError', 'TypeError'],
].join(', ');

/** A submission, parsed once for all realms. */
export interface Scripts {
  /** Gives a realm's port, and keeps it under its name between scripts. */
  readonly realm: vm.Script;
  /** Each gives a file's factory, a function of `nabla$`; null where the file is not a program. */
  readonly files: readonly { readonly name: string; readonly script: vm.Script | null; readonly imports: string }[];
}

export const parse = ({ realm, portName, frameBytes, printedChars, files }: LoadHeader): Scripts => ({
  realm: new vm.Script(`const ${portName} = ${realm}(${frameBytes}, ${printedChars});\n${portName}`, {
    filename: 'nabla-realm.js',
  }),
  files: files.map(({ name, code, imports }) => ({
    name,
    script: code === null ? null : factoryScript(name, code),
    imports: JSON.stringify(imports),
  })),
});

/** A file's factory, with the language's names around it. Lines are counted from where the file begins. */
function factoryScript(filename: string, code: string): vm.Script {
  const factoryOf = (body: string): vm.Script =>
    new vm.Script(`((${names}) => function (nabla$) {\n${body}\n})(${names})`, { filename, lineOffset: -1 });
  try {
    // By itself: nothing in it closes the function that it is put into.
    vm.compileFunction(code, ['nabla$'], { filename });
    return factoryOf(code);
  } catch (error) {
    // The grader's parser knows more of the language than this version of Node. It costs this file alone.
    return factoryOf(throwAt(error as Error));
  }
}

/** Throws what V8 complained of where it did; what it shows of that is `NAME:LINE`, the line, and marks below it. */
function throwAt({ message, stack = '' }: Error): string {
  const [, line = '1', marked = ''] = /:(\d+)\n.*\n( *)\^/.exec(stack) ?? [];
  return `throw (${'\n'.repeat(Number(line) - 1)}${marked}new SyntaxError(${JSON.stringify(message)}));`;
}

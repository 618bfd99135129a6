import vm from 'node:vm';
import type { LoadHeader } from '../protocol.ts';

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

/** A value of the realm's, with the language's names around it. Lines are counted from where `body` begins. */
const around = (before: string, body: string, after: string, filename?: string): vm.Script =>
  new vm.Script(`((${names}) => ${before}\n${body}\n${after})(${names})`, { filename, lineOffset: -1 });

/** A submission, parsed once for all realms. */
export interface Scripts {
  /** Gives what opens a realm's port. */
  readonly realm: vm.Script;
  /** Each gives a file's factory, a function of `exports` and `require`; null where the file is not a program. */
  readonly files: readonly { readonly name: string; readonly script: vm.Script | null; readonly imports: string }[];
}

/** Throws `SyntaxError` where the code of a file is not the body of a function. */
export const parse = ({ realm, files }: LoadHeader): Scripts => ({
  realm: new vm.Script(realm, { filename: 'nabla-realm.js' }),
  files: files.map(({ name, code, imports }) => ({
    name,
    script: code === null ? null : factoryScript(name, code),
    imports: JSON.stringify(imports),
  })),
});

function factoryScript(filename: string, code: string): vm.Script {
  // By itself: nothing in it closes the function that it is put into.
  vm.compileFunction(code, ['exports', 'require'], { filename });
  return around('function (exports, require) {', code, '}', filename);
}

/** The script of the right functions. */
export const referenceScript = (reference: string): vm.Script => around('(', reference, ')');

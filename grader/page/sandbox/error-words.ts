import type { ThrownText } from '../../sandbox/protocol/outcome.ts';

type Said = Pick<ThrownText, 'name' | 'message'>;

/** What V8 says, which Node and Chromium have: by it the meaning of an error is known. */
const type = (message: string): Said => ({ name: 'TypeError', message });
const reference = (message: string): Said => ({ name: 'ReferenceError', message });
const range = (message: string): Said => ({ name: 'RangeError', message });
const field = (name: string, of: string, way: 'read' | 'set' = 'read'): Said =>
  type(`Cannot ${way} properties of ${of} (${way === 'read' ? 'reading' : 'setting'} '${name}')`);

type Word = readonly [said: RegExp, inV8: (...found: readonly string[]) => Said];

const firefox: readonly Word[] = [
  [/^can't access property Symbol\.iterator(?:, (.+) is| of) (undefined|null)$/, (of, what) => notIterable(of ?? what)],
  [/^can't access property "?(.+?)"?(?:, .+ is| of) (undefined|null)$/, (name = '', of = '') => field(name, of)],
  [/^reduce(?:Right)? of empty array with no initial value$/, () => type(noValue)],
  [/^assignment to undeclared variable (.+)$/, (name) => reference(`${name} is not defined`)],
  [/^can't access lexical declaration '(.+)' before init/, (name) => reference(`Cannot access '${name}' ${tooEarly}`)],
  [/^invalid assignment to const '.+'$/, () => type('Assignment to constant variable.')],
  [/^too much recursion$/, () => range('Maximum call stack size exceeded')],
  [/^invalid array length$/, () => range('Invalid array length')],
];

const webKit: readonly Word[] = [
  [/^(undefined|null) is not an object \(evaluating '(?:undefined|null)'\)$/, (of = '') => notIterable(of)],
  [/^(undefined|null) is not an object \(evaluating '(.+)'\)$/s, (of = '', code = '') => evaluating(of, code)],
  [/^(.+) is not a function\. \(In '.+\)$/s, (name) => type(`${name} is not a function`)],
  [/^undefined is not a function \(near '\.\.\..+ of (.+)\.\.\.'\)$/, (of = '') => notIterable(of)],
  [/^Can't find variable: (.+)$/, (name) => reference(`${name} is not defined`)],
  [/^Maximum call stack size exceeded\.$/, () => range('Maximum call stack size exceeded')],
  [/^Array length must be a positive integer of safe magnitude\.$/, () => range('Invalid array length')],
];

const noValue = 'Reduce of empty array with no initial value';
const tooEarly = 'before initialization';
const notIterable = (of = ''): Said => type(`${of} is not iterable`);

/** WebKit tells the code; its last field or index is what something that is not there was asked for. */
function evaluating(of: string, code: string): Said {
  const [, read = '', isSet] = /^(.*?)( = .*)?$/s.exec(code) ?? [];
  const [, name, index] = /(?:\.([\w$]+)|\[([^[\]]+)\])$/.exec(read) ?? [];
  const last = name ?? index?.replace(/^(["'])(.*)\1$/, '$2');
  return last === undefined ? notIterable(read) : field(last, of, isSet === undefined ? 'read' : 'set');
}

/**
 * An error of the language in the words that V8 has for it, where another browser's can be told: so that a report names
 * the same mistake in each of them.
 */
export function inWordsOfV8<Thrown extends Said>(error: Thrown): Thrown {
  if (!/^(?:Type|Reference|Range|Internal)Error$/.test(error.name)) return error;
  for (const [said, inV8] of [...firefox, ...webKit]) {
    const found = said.exec(error.message);
    if (found) return { ...error, ...inV8(...found.slice(1)) };
  }
  return error;
}

import { isForeign, type Mismatch } from '../kit.ts';
import { type Described, described } from './describe/numbers.ts';

/** Text without what is in comments and strings, each character of them a blank: lines and columns stay. */
const code = (text: string): string =>
  text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g, (found) =>
    found.replace(/[^\n]/g, ' '),
  );

interface Slip {
  readonly id: string;
  readonly pattern: RegExp;
}

/** What can be read in the text of a function, and is never meant. */
const slips: readonly Slip[] = [
  { id: 'source-caret', pattern: /(?<![\^&|])\^(?!\^)/ },
  { id: 'source-length-misspelled', pattern: /\.(?:lenght|legnth|lengh|lenth|length_|Length|size\(\))(?![\w$])/ },
  { id: 'source-equals-plus', pattern: /(?<![=<>!+\-*/])=\+\s*[\w$(]/ },
  { id: 'source-assigning-if', pattern: /\bif\s*\(\s*!?[\w$.[\]]+\s*=(?![=>])/ },
  { id: 'source-for-in', pattern: /\bfor\s*\(\s*(?:const|let|var)\s+[\w$]+\s+in\s/ },
];

/** A slip in the text of a function that begins in this line of its file. */
export function slipIn(text: string, begins: number): Described | undefined {
  const lines = code(text).split('\n');
  for (const { id, pattern } of slips) {
    const at = lines.findIndex((line) => pattern.test(line));
    if (at >= 0) return described(id, { line: String(begins + at) });
  }
  return undefined;
}

/** What an error says of where it comes from. */
const errors: readonly { readonly id: string; readonly pattern: RegExp; readonly names: readonly string[] }[] = [
  {
    id: 'error-undefined-field',
    pattern: /^Cannot (?:read|set) properties of undefined \((?:reading|setting) '([\w$.]{1,60})'\)/,
    names: ['field'],
  },
  { id: 'error-reduce', pattern: /^Reduce of empty array with no initial value/, names: [] },
  { id: 'error-unknown-name', pattern: /^([\w$.]{1,60}) is not defined/, names: ['name'] },
  { id: 'error-before-declaration', pattern: /^Cannot access '([\w$.]{1,60})' before initialization/, names: ['name'] },
  { id: 'error-not-a-function', pattern: /^([\w$.]{1,60}) is not a function/, names: ['name'] },
  { id: 'error-not-iterable', pattern: /^([\w$.]{1,60}) is not iterable/, names: ['name'] },
  { id: 'error-constant', pattern: /^Assignment to constant variable/, names: [] },
  { id: 'error-recursion', pattern: /^Maximum call stack size exceeded/, names: [] },
  { id: 'error-array-length', pattern: /^Invalid array length/, names: [] },
];

/** Only of errors that the language itself throws is it known what they mean. */
export function errorMeaning({
  name,
  message,
}: {
  readonly name: string;
  readonly message: string;
}): Described | undefined {
  if (!/^(?:Type|Reference|Range)Error$/.test(name)) return undefined;
  for (const { id, pattern, names } of errors) {
    const found = pattern.exec(message);
    if (found) return described(id, Object.fromEntries(names.map((key, i) => [key, found[i + 1] ?? ''])));
  }
  return undefined;
}

/** Where an answer of another kind comes from, as far as its kind says it. */
export function mismatchMeaning({ path, received }: Mismatch): Described | undefined {
  if (isForeign(received) && received.kind === 'sparse') return described('holes');
  if (received !== undefined) return undefined;
  return path === '' ? described('no-return') : described('undefined-inside', { path });
}

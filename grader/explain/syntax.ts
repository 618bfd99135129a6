import { strayAt, twinIn } from './characters.ts';

/** Why a text is no program: a key of the catalogue, what stands in its places, and the offset where it shows. */
export interface SyntaxCause {
  readonly cause:
    | 'merge'
    | 'character'
    | 'invisible'
    | 'otherCharacter'
    | 'twin'
    | 'unclosedString'
    | 'unclosedTemplate'
    | 'unclosedComment'
    | 'unclosed'
    | 'unopened'
    | 'mismatched'
    | 'nested'
    | 'end'
    | 'declared'
    | 'keyword'
    | 'outside'
    | 'condition'
    | 'signedPower'
    | 'unexpected'
    | 'other';
  readonly values: Readonly<Record<string, string | number>>;
  readonly offset: number;
}

/**
 * So much is looked at before a complaint and behind it. Some of what looks reads on from every sign that it meets, which
 * takes seconds for 100 KB of the same sign; what people write is shorter than this.
 */
const looksAt = 16_000;

/** Names the cause of what a parser complained about, as far as it can be seen in the text. */
export function syntaxCause(text: string, offset: number, complaint: string): SyntaxCause {
  const start = Math.max(0, offset - looksAt);
  const found = causeIn(text.slice(start, offset + looksAt), offset - start, complaint);
  const { line } = found.values;
  return {
    ...found,
    values: typeof line === 'number' ? { ...found.values, line: line + lineOf(text, start) - 1 } : found.values,
    offset: found.offset + start,
  };
}

function causeIn(text: string, offset: number, complaint: string): SyntaxCause {
  const at = (cause: SyntaxCause['cause'], values: SyntaxCause['values'] = {}, place = offset): SyntaxCause => ({
    cause,
    values,
    offset: place,
  });
  const marker = /^(?:<{7}|={7}|>{7})(?= |\r?$)/m.exec(text);
  if (marker && /^<{7}/m.test(text) && /^>{7}/m.test(text)) return at('merge', {}, marker.index);
  const stray = strayIn(text, offset);
  if (stray) {
    const kind = ({ replace: 'character', invisible: 'invisible', other: 'otherCharacter' } as const)[stray.kind];
    return at(kind, { ...stray }, stray.offset);
  }
  if (/^Unterminated string/.test(complaint)) return at('unclosedString');
  if (/^Unterminated template/.test(complaint)) return at('unclosedTemplate', {}, Math.min(offset, text.length));
  if (/^Unterminated comment/.test(complaint)) return at('unclosedComment');
  const [, declared] = /^Identifier '(.*)' has already been declared/.exec(complaint) ?? [];
  if (declared !== undefined) return at('declared', { name: declared });
  const isNested = /may only appear at the top level/.test(complaint);
  if (isNested || text.slice(offset).trim() === '') {
    const open = openAt(text, isNested ? offset : text.length).at(-1);
    if (open !== undefined && isNested) {
      return at('nested', { bracket: open.bracket, line: lineOf(text, open.offset) });
    }
    return open === undefined ? at('end') : at('unclosed', { bracket: open.bracket, line: lineOf(text, open.offset) });
  }
  const [token = ''] = /^(?:[\p{L}\p{N}$_]+|=>|[=!<>]=+|\S)/u.exec(text.slice(offset)) ?? [];
  const twin = twinIn(token);
  if (twin) return at('twin', { ...twin });
  // A keyword with a foreign letter is a name to the parser, which stumbles over what comes next.
  const [before = ''] = /(?<![\p{L}\p{N}$_])[\p{L}\p{N}$_]+(?=[^\S\n]*$)/u.exec(text.slice(0, offset)) ?? [];
  const earlier = twinIn(before);
  if (earlier) return at('twin', { ...earlier }, text.lastIndexOf(before, offset - 1));
  if (/^(?:The keyword|Unexpected keyword|Cannot use)/.test(complaint)) return at('keyword', { word: token });
  if (/^'return' outside of function/.test(complaint)) return at('outside');
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const [, condition] = /(?:^|[\s;{}])(if|while|for)\s+$/.exec(line) ?? [];
  if (condition !== undefined) return at('condition', { word: condition });
  // Before ** stands what may not stand there: something with a sign.
  if (token === '*' && text.startsWith('**', offset) && /[\p{L}\p{N}$_)\]]\s*$/u.test(line)) return at('signedPower');
  if (!/^Unexpected (?:token|character)/.test(complaint)) return at('other', { error: complaint });
  const open = openAt(text, offset).at(-1);
  if (!/^[)\]}]$/.test(token) || closing[open?.bracket ?? ''] === token) return at('unexpected', { token });
  if (open === undefined) return at('unopened', { token });
  return at('mismatched', { token, bracket: open.bracket, line: lineOf(text, open.offset) });
}

/** On the way from the last thing that was read to where the parser stopped; that is often one token late. */
function strayIn(text: string, offset: number) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  for (const place of [offset, ...Array.from({ length: offset - start }, (_, i) => offset - 1 - i)]) {
    const stray = strayAt(text, place);
    // Inside of a string any character may stand.
    if (stray && !/["'`]|\/\//.test(text.slice(start, place))) return { ...stray, offset: place };
    if (place !== offset && offset - place > 40) break;
  }
  return undefined;
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The brackets that are open at a place, strings and comments left out; regular expressions are taken for what they look like. */
function openAt(text: string, end: number): readonly { readonly bracket: string; readonly offset: number }[] {
  const open: { bracket: string; offset: number }[] = [];
  const parts = /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|[()[\]{}]/g;
  for (const { 0: part, index } of text.slice(0, end).matchAll(parts)) {
    if (closing[part] !== undefined) open.push({ bracket: part, offset: index });
    else if (/^[)\]}]$/.test(part) && closing[open.at(-1)?.bracket ?? ''] === part) open.pop();
  }
  return open;
}

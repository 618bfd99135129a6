/** The text of a file by what it declares at its top level; '' holds what declares nothing by a plain name. */
export type Declarations = ReadonlyMap<string, string>;

/** What a statement at the top level of a file may begin with, and the name that it declares. */
const declaration =
  /^(?:export\s+)?(?:declare\s+)?(?:async\s+)?(?:function\s*\*?|const|let|var|class|interface|type|enum)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/u;

/**
 * Splits a file at its top level. Undefined where that cannot be done by looking at brackets, strings and comments alone:
 * then nothing is known of what depends on what.
 */
export function declarationsIn(text: string): Declarations | undefined {
  const starts = topLevelLines(text);
  if (starts === undefined) return undefined;
  const found = new Map<string, string>();
  for (const [i, start] of starts.entries()) {
    const part = text.slice(start, starts[i + 1]).trim();
    const [, name = ''] = declaration.exec(part) ?? [];
    found.set(name, `${found.get(name) ?? ''}${part}\n`);
  }
  return found;
}

/** Where lines begin that lie in no bracket, string or comment and do not go on with the line before them. */
function topLevelLines(text: string): readonly number[] | undefined {
  const starts: number[] = [];
  let depth = 0;
  let isLineStart = true;
  for (let at = 0; at < text.length; ) {
    if (isLineStart && depth === 0 && /[\p{ID_Start}$_@]/u.test(text[at]!)) starts.push(at);
    isLineStart = text[at] === '\n';
    const end = skipped(text, at);
    if (end === undefined) return undefined;
    if (end > at) {
      at = end;
      continue;
    }
    const char = text[at]!;
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    if (depth < 0) return undefined;
    at++;
  }
  return depth === 0 ? starts : undefined;
}

/** The end of the comment or the string that begins here; the place itself where none does, undefined where it is open. */
function skipped(text: string, at: number): number | undefined {
  const close = (mark: string, from: number): number | undefined => {
    const end = text.indexOf(mark, from);
    return end === -1 ? undefined : end + mark.length;
  };
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at);
    return end === -1 ? text.length : end;
  }
  if (text.startsWith('/*', at)) return close('*/', at + 2);
  const char = text[at]!;
  if (char !== '"' && char !== "'" && char !== '`') return isRegularExpression(text, at) ? undefined : at;
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++;
    // What a template computes may hold anything, other templates among it.
    else if (char === '`' && text.startsWith('${', end)) return undefined;
    else if (text[end] === char) return end + 1;
    else if (char !== '`' && text[end] === '\n') return undefined;
  }
  return undefined;
}

/** A slash where a value may begin: what it ends with is not for this reader to find. */
const isRegularExpression = (text: string, at: number): boolean =>
  text[at] === '/' && /(?:^|[=(,:;!&|?{}[\n]|return)\s*$/.test(text.slice(Math.max(0, at - 20), at));

/** An expression of a text, with the code before it, and the value that is written below it behind an arrow. */
export interface WorkedExample {
  /** All code that stands before the expression below the same heading. */
  readonly before: string;
  readonly expression: string;
  /** What is written; empty in a template, which is filled. */
  readonly written: string;
  /** Where the written value begins and ends in the text, its first line's arrow included. */
  readonly start: number;
  readonly end: number;
}

const block = /^```ts\n([\s\S]*?)^```$/gm;
/** An arrow in a comment, and comments that continue the value. */
const value = /^\/\/ →(.*(?:\n\/\/ {3}.*)*)\n/gm;

/**
 * The worked examples of a statement or of hints: in blocks of TypeScript, what stands before a line `// → value`, from
 * the last line that ends with a semicolon. What is declared holds up to the next heading of the second level.
 */
export function workedExamples(text: string): readonly WorkedExample[] {
  return [...text.matchAll(/^## .*$|^```ts\n[\s\S]*?^```$/gm)].reduce<{ code: string; found: WorkedExample[] }>(
    ({ code, found }, { 0: whole, index }) =>
      whole.startsWith('## ') ? { code: '', found } : read(whole, index, code, found),
    { code: '', found: [] },
  ).found;
}

function read(whole: string, index: number, known: string, found: WorkedExample[]) {
  block.lastIndex = 0;
  const body = block.exec(whole)?.[1] ?? '';
  const offset = index + whole.indexOf('\n') + 1;
  let code = known;
  let from = 0;
  for (const match of body.matchAll(value)) {
    const chunk = body.slice(from, match.index);
    const cut = chunk.lastIndexOf(';\n') + 1;
    code += chunk.slice(0, cut);
    const start = offset + match.index;
    const end = start + match[0].length;
    const written = match[1]!.replaceAll('\n//   ', ' ').trim();
    found.push({ before: code, expression: chunk.slice(cut).trim(), written, start, end });
    from = match.index + match[0].length;
  }
  return { code: code + body.slice(from), found };
}

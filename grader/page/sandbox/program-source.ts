import type { Reply, ThrownText } from '../../sandbox/protocol/outcome.ts';
import type { LoadedFile } from '../../sandbox/protocol/protocol.ts';
import { inWordsOfV8 } from './error-words.ts';

const scriptName = 'nabla-student.js';
/** A place in the script. In WebKit it has no name of its own, but that of the blob that it was started from. */
const scriptPlace = new RegExp(`(?:[^\\s()@]*${scriptName}|blob:[^\\s()@]*):(\\d+):(\\d+)`, 'g');
/** What Node says of code from strings, where a browser quotes the page's whole policy. */
const noCode = 'Code generation from strings disallowed for this context';

/** A script with the harness and a student's files in it, and the way back from its lines to those of the files. */
export interface ProgramSource {
  readonly text: string;
  /** The stack of what was thrown, with the student's files in the place of the one script. */
  readonly located: (reply: Reply) => Reply;
}

/**
 * The policy allows no code from strings, so that the files are part of the script that a worker starts with. Each has
 * been read as the body of a function, which nothing in it closes (`compile/forbidden.ts`).
 *
 * @param explores whether the files wait for answers (`exploring/await-calls.ts`)
 */
export function programSource(
  harness: string,
  frameBytes: number,
  printedChars: number,
  files: readonly LoadedFile[],
  explores = false,
): ProgramSource {
  const parts = [`${harness}(${frameBytes}, ${printedChars}, [`];
  const places: { readonly name: string; readonly before: number }[] = [];
  let lines = linesIn(parts[0] as string);
  for (const { name, code, imports } of files) {
    const head = `[${JSON.stringify(name)}, ${JSON.stringify(JSON.stringify(imports))}, `;
    const part = code === null ? `${head}null],` : `${head}function (nabla$) {\n${code}\n}],`;
    places.push({ name, before: lines + 1 });
    parts.push(part);
    lines += linesIn(part);
  }
  const placed = (line: number): string | undefined => {
    const file = places.findLast(({ before }) => line > before);
    return file && `${file.name}:${line - file.before}`;
  };
  const withPlaces = (error: ThrownText): ThrownText => ({
    ...inWordsOfV8(error),
    ...(error.name === 'EvalError' && /policy/i.test(error.message) && { message: noCode }),
    stack: error.stack.replace(scriptPlace, (all, line: string, column: string) => {
      const place = placed(Number(line));
      return place === undefined ? all : `${place}:${column}`;
    }),
  });
  return {
    text: `${parts.join('')}], ${explores});\n//# sourceURL=${scriptName}`,
    located(reply) {
      if (reply.kind === 'load-threw') return { ...reply, error: withPlaces(reply.error) };
      if (reply.kind !== 'answered') return reply;
      const outcomes = reply.outcomes.map((one) =>
        one.kind === 'threw' ? { ...one, error: withPlaces(one.error) } : one,
      );
      return { ...reply, outcomes };
    },
  };
}

/** How many lines have ended; as an engine counts them. */
const linesIn = (text: string): number => text.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;

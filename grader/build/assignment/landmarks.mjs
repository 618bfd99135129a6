/**
 * The inputs at the landmarks of an assignment's domains, made when the project is built. To find them takes longer than to
 * ask all of them: a check has them at hand. Variants, whose domains are others, find theirs when they are checked.
 */
import { SourceMap } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { inRoot, kitByName } from '../options.mjs';
import { source } from './sources.mjs';

/** A module that exports the inputs as text, by task. */
const finder = (folder) => `
  import { landmarkCasesOf } from ${JSON.stringify(inRoot('grader/kit.ts'))};
  import { ByteWriter, encode } from ${JSON.stringify(inRoot('grader/sandbox/codec/encode.ts'))};
  ${source(folder, ['tasks', 'domains'])}
  const textOf = (cases) => {
    const writer = new ByteWriter();
    encode(writer, cases);
    return Buffer.from(writer.finish()).toString('base64');
  };
  export const landmarks = Object.fromEntries(
    [...landmarkCasesOf(domains(tasks({}), {}))].map(([task, cases]) => [task, textOf(cases)]),
  );`;

async function found(folder) {
  const { outputFiles } = await build({
    stdin: { contents: finder(folder), resolveDir: folder, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    sourcemap: 'external',
    outfile: path.join(folder, 'landmarks.js'),
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [kitByName],
  });
  const [map, code] = ['.map', '.js'].map((end) => outputFiles.find(({ path: name }) => name.endsWith(end)).text);
  try {
    const { landmarks } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
    return landmarks;
  } catch (error) {
    throw new Error(`${placeOf(error, JSON.parse(map), folder)}${error.message}`, { cause: error });
  }
}

/** Where in the assignment's files an error of its code comes from: Node maps no module that is no file. */
function placeOf({ stack }, payload, folder) {
  const map = new SourceMap(payload);
  for (const [, line, column] of String(stack).matchAll(/^ +at .*data:text\/javascript\S*:(\d+):(\d+)\)?$/gm)) {
    const { originalSource = '', originalLine, originalColumn } = map.findEntry(line - 1, column - 1);
    const file = path.resolve(folder, originalSource);
    const isOwn = originalSource.endsWith('.ts') && !path.relative(folder, file).startsWith('..');
    if (isOwn) return `${path.relative(process.cwd(), file)}:${originalLine + 1}:${originalColumn + 1}: `;
  }
  return '';
}

/** The source of `made`, which gives a task's inputs where they are those of the given parameters. */
export const landmarksSource = async (folder) => `
  import { ByteReader, decode } from ${JSON.stringify(inRoot('grader/sandbox/codec/decode.ts'))};
  import { bytesOf } from ${JSON.stringify(inRoot('grader/kit.ts'))};
  const landmarks = ${JSON.stringify(await found(folder))};
  const read = new Map();
  const made = (parameters) => (task) => {
    if (Object.keys(parameters ?? {}).length > 0 || landmarks[task] === undefined) return undefined;
    if (!read.has(task)) read.set(task, decode(new ByteReader(bytesOf(landmarks[task]))));
    return read.get(task);
  };`;

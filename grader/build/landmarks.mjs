/**
 * The inputs at the landmarks of an assignment's domains, made when the project is built. To find them takes longer than to
 * ask all of them: a check has them at hand. Variants, whose domains are others, find theirs when they are checked.
 */
import path from 'node:path';
import { build } from 'esbuild';

/** A module that exports the inputs as text, by task. */
const finder = (root) => `
  import { landmarkCasesOf } from ${JSON.stringify(path.join(root, 'grader/kit.ts'))};
  import { ByteWriter, encode } from ${JSON.stringify(path.join(root, 'grader/sandbox/codec/encode.ts'))};
  import { domains } from './domains.ts';
  import { tasks } from './reference.ts';
  const textOf = (cases) => {
    const writer = new ByteWriter();
    encode(writer, cases);
    return Buffer.from(writer.finish()).toString('base64');
  };
  export const landmarks = Object.fromEntries(
    [...landmarkCasesOf(domains(tasks({}), {}))].map(([task, cases]) => [task, textOf(cases)]),
  );`;

async function found(root, folder) {
  const { outputFiles } = await build({
    stdin: { contents: finder(root), resolveDir: folder, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  const { landmarks } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
  return landmarks;
}

/** The source of `made`, which gives a task's inputs where they are those of the given parameters. */
export const landmarksSource = async (root, folder) => `
  import { ByteReader, decode } from ${JSON.stringify(path.join(root, 'grader/sandbox/codec/decode.ts'))};
  const landmarks = ${JSON.stringify(await found(root, folder))};
  const read = new Map();
  const made = (parameters) => (task) => {
    if (Object.keys(parameters ?? {}).length > 0 || landmarks[task] === undefined) return undefined;
    if (!read.has(task)) read.set(task, decode(new ByteReader(Buffer.from(landmarks[task], 'base64'))));
    return read.get(task);
  };`;

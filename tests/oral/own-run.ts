import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { net, rng, slope } from '../../grader/attempt/tools.ts';
import { type Asked, isList, isRecord } from '../../grader/kit.ts';
import type { Assignment } from '../../grader/load/assignment/grading.ts';

export type Functions = Readonly<Record<string, unknown>>;

/** A value as data: typed arrays are lists. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array);
  if (isList(value as never)) return (value as unknown[]).map(plain);
  if (isRecord(value as never))
    return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, plain(one)]));
  return value;
}

/** An expression with some functions by their names, in this process; a string where it throws. */
export function evaluated({ expression }: Asked, functions: Functions, { grading }: Assignment): unknown {
  const tools = Object.fromEntries(grading.tools.map(({ name, value }) => [name, value]));
  const names = { ...tools, rng, net, slope, ...functions, console: { log() {} } };
  try {
    return plain(new Function(...Object.keys(names), `return (${expression});`)(...Object.values(names)));
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

const known = new Map<string, Functions>();

/** A submission's functions, read and bundled by esbuild and run here: another way than the grader's. */
export function functionsIn(
  folder: string,
  { manifest, folder: own }: Assignment,
  changed?: { file: string; text: string },
): Functions {
  const key = JSON.stringify([folder, changed]);
  const found = known.get(key);
  if (found) return found;
  const sources = new Map(
    [...readdirSync(path.join(own, 'src')).map((name) => path.join(own, 'src', name)), ...tsIn(folder)].map((file) => [
      path.basename(file),
      readFileSync(file, 'utf8'),
    ]),
  );
  if (changed) sources.set(changed.file, changed.text);
  const contents = manifest.tasks.map(({ id, file }) => `export { ${id} } from './${file}';`).join('\n');
  const [output] = bundle(contents, sources);
  const module = new Function('console', `${output}; return module;`)({ log() {} }) as Functions;
  known.set(key, module);
  return module;
}

const tsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => path.join(folder, name));

/** esbuild's plugins are not for `buildSync`: the files go to a folder of their own. */
function bundle(contents: string, sources: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-oral-'));
  for (const [name, text] of sources) writeFileSync(path.join(folder, name), text);
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'module',
    platform: 'node',
    write: false,
    logLevel: 'silent',
  });
  rmSync(folder, { recursive: true });
  return outputFiles.map(({ text }) => text);
}

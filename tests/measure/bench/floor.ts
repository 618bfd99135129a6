/**
 * The student's arithmetic in a bare process: loads the student's files and makes every call that a check makes, on
 * arguments that are there already. Prints how long that took, in milliseconds.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { replayRng } from '../../../grader/diagnose/replay-rng.ts';

interface Frame {
  readonly file: string;
  readonly task: string;
  readonly calls: readonly (readonly unknown[])[];
}

const withGenerator = (arg: unknown): unknown =>
  typeof arg === 'object' && arg !== null && 'seedOfRng' in arg ? replayRng(arg.seedOfRng as number) : arg;

const [folder = ''] = process.argv.slice(2);
const frames = (deserialize(readFileSync(path.join(folder, 'calls'))) as readonly Frame[]).map((frame) => ({
  ...frame,
  calls: frame.calls.map((args) => args.map(withGenerator)),
}));
const started = performance.now();
for (const { file, task, calls } of frames) {
  const module = await import(pathToFileURL(path.join(folder, file.replace(/\.ts$/, '.mjs'))).href);
  for (const args of calls) module[task](...args);
}
console.log(performance.now() - started);

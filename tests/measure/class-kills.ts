/**
 * Kills a run over 24 folders at random moments, resumes it after each, and compares what comes out with an undisturbed
 * run. Arguments: how often (default 50), and the assignment.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { callOf, makeFolders, placeOf } from './class-of-folders.ts';

const [given = '50', slug = '01-backpropagation'] = process.argv.slice(2);
const kills = Number(given);

/** Runs a class; kills it after so many milliseconds, if given. Null where it was killed. */
function grade(folder: string, more: readonly string[], killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [...callOf(slug), ...more], { ...placeOf(folder), stdio: 'ignore' });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status);
    });
  });
}

const exported = (folder: string): string => readFileSync(path.join(folder, 'grades', 'grades.csv'), 'utf8');

const quiet = makeFolders(slug, 24);
const started = performance.now();
await grade(quiet, []);
const duration = performance.now() - started;
const folder = makeFolders(slug, 24);
let state = Math.floor(Math.random() * 2 ** 31);
console.log(`moments drawn from seed ${state}`);
let killed = 0;
for (let n = 0; n < kills; n++) {
  state = (state * 1103515245 + 12345) % 2147483648;
  if ((await grade(folder, ['--resume'], 200 + (state % Math.round(duration)))) === null) killed += 1;
}
const status = await grade(folder, ['--resume']);
const isSame = exported(folder) === exported(quiet);
console.log(`${killed} of ${kills} runs were killed; the last one ended with ${status}; the same grades: ${isSame}`);
process.exitCode = isSame && status === 0 ? 0 : 1;

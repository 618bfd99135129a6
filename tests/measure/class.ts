/**
 * Grades a class of folders and prints what it cost: submissions per second, processor time by who used it, and memory.
 * As root on Linux, where a control group counts the students' processes.
 *
 *   npm run measure -- class [folders] [assignment] [strict|local] [jobs] [mixed|stubs]
 */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { callOf, kinds, makeFolders, placeOf } from './class-of-folders.ts';
import { entering, openGroup } from './control-group.ts';

const [size = '200', slug = '01-backpropagation', tier = 'strict', given, wanted] = process.argv.slice(2);
const kind = kinds.find((one) => one === wanted) ?? 'mixed';
const count = Number(size);
const jobs = given === undefined ? availableParallelism() : Number(given);
const group = openGroup('nabla-class');
if (group === undefined) throw new Error('the processor time of a class is counted as root on Linux alone');

/** Milliseconds of a processor that a Node process costs which does nothing: how busy the machine is shows in it, too. */
function emptyProcess(): number {
  const before = group!.seconds();
  const [shell = '', ...args] = entering(group, [process.execPath, '-e', '0']);
  for (let n = 0; n < 10; n++) spawnSync(shell, args, { env: {} });
  return 100 * (group!.seconds() - before);
}

interface Used {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What a process has used so far; nothing where it has ended. */
function usedBy(pid: number): Used {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0;
    return { seconds: (Number(fields[11]) + Number(fields[12])) / 100, megabytes: Number(kilobytes) / 1024 };
  } catch {
    return { seconds: 0, megabytes: 0 };
  }
}

/** The processes that grade: those that the gradebook's process has started. */
const gradersOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').filter(Boolean).map(Number);

/** What had been used when so many were graded. */
interface Look {
  readonly done: number;
  readonly at: number;
  readonly all: number;
  readonly gradebook: Used;
  readonly graders: Used;
}

const empty = [emptyProcess()];
const folder = makeFolders(slug, count, kind);
const options = ['--sandbox', tier, '--jobs', String(jobs)];
const [shell = '', ...args] = entering(group, [process.execPath, ...callOf(slug), ...options]);
const child = spawn(shell, args, { ...placeOf(folder), stdio: ['ignore', 'ignore', 'pipe'] });
const looks: Look[] = [];
child.stderr.on('data', (chunk: Buffer) => {
  // What it could not do has to be said, or figures of nothing would be printed.
  if (chunk.includes('nabla:')) process.stderr.write(chunk);
  for (const [, done = ''] of chunk.toString().matchAll(/^(\d+) of \d+ graded/gm)) {
    const graders = gradersOf(child.pid!).map(usedBy);
    const sum = (of: (used: Used) => number): number => graders.reduce((all, one) => all + of(one), 0);
    looks.push({
      ...{ done: Number(done), at: performance.now(), all: group.seconds(), gradebook: usedBy(child.pid!) },
      graders: { seconds: sum((used) => used.seconds), megabytes: sum((used) => used.megabytes) },
    });
  }
});
const status = await new Promise((resolve) => child.on('close', resolve));
empty.push(emptyProcess());
rmdirSync(group.folder);

const [first, last] = [looks[0]!, looks.at(-1)!];
const done = last.done - first.done;
const each = (seconds: number): string => ((1000 * seconds) / done).toFixed(1);
const all = last.all - first.all;
const [gradebook, graders] = [
  last.gradebook.seconds - first.gradebook.seconds,
  last.graders.seconds - first.graders.seconds,
];
const students = all - gradebook - graders;
console.log(`${count} submissions (${kind}) of ${slug}, ${tier}, ${jobs} at once, ended with ${status}`);
console.log(
  `from the ${first.done}th to the ${last.done}th: ${((1000 * done) / (last.at - first.at)).toFixed(1)} a second`,
);
console.log(
  `processor ms for each: ${each(all)}, of which the gradebook ${each(gradebook)}, the graders ${each(graders)}, the students' processes ${each(students)}`,
);
console.log(`processor ms of an empty process, before and after: ${empty.map((ms) => ms.toFixed(1)).join(', ')}`);
console.log(`all over the students' processes: ${(all / students).toFixed(2)}`);
console.log(`two processors are enough for ${((2 * done) / all).toFixed(1)} a second`);
const shown = looks.filter((_, at) => at % Math.ceil(looks.length / 12) === 0 || at === looks.length - 1);
const memory = shown.map(
  (look) => `${look.done}: ${Math.round(look.gradebook.megabytes)} + ${Math.round(look.graders.megabytes)}`,
);
console.log(`resident MB of the gradebook + the graders, by how many were graded: ${memory.join(', ')}`);

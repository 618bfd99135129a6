/**
 * Grades a class in the strict sandbox and prints what it cost. Arguments: how many folders (default 200), and the
 * assignment; `--kills N` kills a run of 24 folders N times at random moments, resumes it after each, and compares.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const args = process.argv.slice(2);
const killsAt = args.indexOf('--kills');
const kills = killsAt === -1 ? 0 : Number(args[killsAt + 1]);
const [size = kills > 0 ? '24' : '200', slug = '01-backpropagation'] = killsAt === -1 ? args : args.slice(0, killsAt);
const count = Number(size);
const binary = path.resolve('dist/nabla.js');

/** Three in four are right, the others as many of the known wrong ones as there are. */
function makeClass(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-measure-class-'));
  const cases = path.resolve('tests/submissions', slug);
  const wrong = readdirSync(cases).filter(
    (name) => !name.startsWith('right') && readdirSync(path.join(cases, name)).length > 1,
  );
  for (let n = 0; n < count; n++) {
    const own = path.join(folder, 'class', `s${String(n + 1).padStart(5, '0')}`);
    mkdirSync(own, { recursive: true });
    cpSync(path.join(cases, 'right-textbook'), own, { recursive: true });
    const other = wrong[Math.floor(n / 4) % wrong.length];
    if (n % 4 === 3 && other) cpSync(path.join(cases, other), own, { recursive: true });
  }
  return folder;
}

interface Cost {
  readonly status: number | null;
  readonly seconds: number;
  /** Processor seconds of the grader, and of the students' processes. */
  readonly own: number;
  readonly students: number;
  /** Resident megabytes, by how many were graded. */
  readonly memory: ReadonlyMap<number, number>;
}

/** Runs a class; kills it after so many milliseconds, if given. */
function grade(folder: string, more: readonly string[], killAfter?: number): Promise<Cost> {
  const call = ['grade', 'class', '--assignment', slug, '--seed', '7', '--sandbox', 'strict', ...more];
  // npm says where it was typed; the class is elsewhere.
  const env = { ...process.env, INIT_CWD: undefined };
  const child = spawn(process.execPath, [binary, ...call], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const memory = new Map<number, number>();
  let ended = 0;
  let times = [0, 0];
  const look = (done: number): void => {
    try {
      const [, , , , , , , , , , , utime = '', stime = '', cutime = '', cstime = ''] = readFileSync(
        `/proc/${child.pid}/stat`,
        'utf8',
      )
        .replace(/^.*\) /, '0 ')
        .split(' ');
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      times = [(Number(utime) + Number(stime)) / 100, (Number(cutime) + Number(cstime)) / 100];
      memory.set(done, Math.round(Number(resident) / 1024));
    } catch {
      // It has ended since.
    }
  };
  child.stderr.on('data', (chunk: Buffer) => {
    // What it could not do has to be said, or figures of nothing would be printed.
    if (chunk.includes('nabla:')) process.stderr.write(chunk);
    for (const [, done = ''] of chunk.toString().matchAll(/^(\d+) of \d+ graded/gm)) {
      ended = performance.now();
      look(Number(done));
    }
  });
  const started = performance.now();
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
  return new Promise((resolve) => {
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({
        status,
        seconds: ((ended || performance.now()) - started) / 1000,
        own: times[0]!,
        students: times[1]!,
        memory,
      });
    });
  });
}

const exported = (folder: string): string => readFileSync(path.join(folder, 'grades', 'grades.csv'), 'utf8');

if (kills > 0) {
  const quiet = makeClass();
  await grade(quiet, []);
  const folder = makeClass();
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`moments drawn from seed ${seed}`);
  let state = seed;
  let killed = 0;
  for (let n = 0; n < kills; n++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const { status } = await grade(folder, ['--resume'], 200 + (state % 5000));
    if (status === null) killed += 1;
  }
  const { status } = await grade(folder, ['--resume']);
  const isSame = exported(folder) === exported(quiet);
  console.log(`${killed} of ${kills} runs were killed; the last one ended with ${status}; the same grades: ${isSame}`);
  process.exitCode = isSame && status === 0 ? 0 : 1;
} else {
  const folder = makeClass();
  const { seconds, own, students, memory, status } = await grade(folder, []);
  console.log(`${count} submissions of ${slug}, strict, ended with ${status}`);
  console.log(`${(count / seconds).toFixed(1)} per second, the start included (${seconds.toFixed(1)} s)`);
  console.log(`processor seconds: grader ${own.toFixed(1)}, students' processes ${students.toFixed(1)}`);
  console.log(`all of it over the students' processes: ${((own + students) / students).toFixed(2)}`);
  const steps = [...memory].filter((_, at) => at % Math.max(1, Math.floor(memory.size / 10)) === 0);
  console.log(
    `resident MB by how many were graded: ${steps.map(([done, megabytes]) => `${done}: ${megabytes}`).join(', ')}`,
  );
}

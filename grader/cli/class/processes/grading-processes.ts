import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Graders, GradingRequest } from '../../../class/grading/graders.ts';
import type { Outcome } from '../../../class/handed-in/outcome.ts';
import type { Statements } from '../../../gradebook/database.ts';
import { packageRoot } from '../../../load/assignment/built.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { FromGrader, ToGrader } from './grading-messages.ts';

/** Where every core grades, helpers of the garbage collector have none, and it would wait for them. */
const flags = ['--single-threaded-gc'];

interface GradingProcessPlace {
  readonly terminal: Pick<Terminal, 'folder'>;
  readonly queries: Statements;
}

/**
 * So many processes beside this one, each with a main loop of its own: this one has the gradebook, and would be what all
 * others wait for. One is started when it is needed first, and again where it has ended.
 */
export function gradingProcesses(size: number, place: GradingProcessPlace): Graders {
  const free = Array.from({ length: size }, () => new GradingProcess(place));
  const all = [...free];
  const waiting: ((one: GradingProcess) => void)[] = [];
  const taken = (): Promise<GradingProcess> => {
    const one = free.pop();
    return one === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(one);
  };
  return {
    async grade(request) {
      const one = await taken();
      try {
        return await one.grade(request);
      } finally {
        const next = waiting.shift();
        if (next === undefined) free.push(one);
        else next(one);
      }
    },
    close() {
      for (const one of all) one.end();
    },
  };
}

class GradingProcess {
  readonly #place: GradingProcessPlace;
  #child: ChildProcess | undefined;

  constructor(place: GradingProcessPlace) {
    this.#place = place;
  }

  grade(request: GradingRequest): Promise<readonly Outcome[]> {
    this.#child ??= this.#start();
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const ended = (code: number | null, signal: string | null): void => {
        reject(new Error(`the process that graded has ended (${signal ?? code})`));
      };
      const heard = (message: FromGrader): void => {
        if ('query' in message) return;
        child.off('message', heard);
        child.off('exit', ended);
        if ('outcomes' in message) resolve(message.outcomes);
        else reject(new Error(message.failed));
      };
      child.on('message', heard);
      child.on('exit', ended);
      child.send({ grade: request } satisfies ToGrader);
    });
  }

  #start(): ChildProcess {
    const { terminal, queries } = this.#place;
    const child = fork(path.join(packageRoot(), 'dist', 'grading.js'), [], {
      cwd: terminal.folder,
      execArgv: [...process.execArgv, ...flags],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message: FromGrader) => {
      if (!('query' in message)) return;
      const { query, text, values } = message;
      queries.query(text, values).then(
        (rows) => child.send({ query, rows } satisfies ToGrader),
        // It has nothing to go on with: what it was grading is tried again in another one.
        () => child.kill('SIGKILL'),
      );
    });
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    // Something was sent to a process that had just ended.
    child.on('error', () => {});
    return child;
  }

  /** It ends itself when nobody is there to ask it. */
  end(): void {
    if (this.#child?.connected) this.#child.disconnect();
  }
}

import { writeSync } from 'node:fs';
import { fill, type Messages } from '../catalogue/catalogue.ts';
import { forTerminal } from '../report/hostile-text.ts';

/** How the process ends. */
export interface Exit {
  /** The status that the call has come to: it is 3 until there is one, however the process ends. */
  (status: number): void;
  /** Says what went wrong on our side, in one line, and ends the process with 3. */
  fail(error: unknown): never;
}

/** Takes over what Node would end with 1, the status of a verdict: exceptions, rejections, streams that cannot be written. */
export function ownExit({ cli }: Messages): Exit {
  let status = 3;
  const fail = (error: unknown): never => {
    status = 3;
    try {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      const shown = process.env['NABLA_DEBUG'] && stack ? `\n${stack}` : `${name}: ${message.split('\n')[0]}`;
      writeSync(2, `nabla: ${forTerminal(fill(cli.failed, { reason: shown.replace(/\.$/, '') }))}\n`);
    } catch {
      // Nobody can be told where standard error is full.
    }
    process.exit(3);
  };
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', fail);
  process.on('exit', () => {
    process.exitCode = status;
  });
  // A reader such as `head` may close the pipe early. The exit status still reflects the result.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') fail(error);
    });
  }
  return Object.assign(
    (now: number) => {
      status = now;
    },
    { fail },
  );
}

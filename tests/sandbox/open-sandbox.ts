import { onTestFinished } from 'vitest';
import { compileProgram } from '../../grader/compile/program.ts';
import type { Data } from '../../grader/kit.ts';
import type { Tier } from '../../grader/sandbox/process/launch.ts';
import type { Outcome, Reply } from '../../grader/sandbox/protocol/outcome.ts';
import type { CallRequest } from '../../grader/sandbox/protocol/request.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';

interface OpenSandbox {
  readonly sandbox: Sandbox;
  ask(request?: Partial<CallRequest>): Promise<Reply>;
  /** One call of the function `f` of `main.ts`. */
  call(...args: readonly Data[]): Promise<Outcome>;
}

/** A sandbox over one file, or several; closed when the test ends. `f` is the task, `main.ts` its file. */
export function openSandbox(source: string | Readonly<Record<string, string>>, tier: Tier = 'local'): OpenSandbox {
  const sources = typeof source === 'string' ? { 'main.ts': source } : source;
  const files = Object.entries(sources).map(([name, text]) => ({ name, text, digest: '' }));
  const tasks = [
    { id: 'f', file: 'main.ts' },
    ...(sources['other.ts'] === undefined ? [] : [{ id: 'g', file: 'other.ts' }]),
  ];
  const program = compileProgram(files, tasks);
  const sandbox = new Sandbox({
    files: [...program.files.values()].map(({ name, code = null, imports }) => ({ name, code, imports })),
    limits: { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 120, frameMb: 16, printedKb: 16 },
    tier,
  });
  onTestFinished(() => sandbox.close());
  const ask = (request: Partial<CallRequest> = {}): Promise<Reply> =>
    sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 300, ...request });
  return {
    sandbox,
    ask,
    async call(...args) {
      const reply = await ask({ calls: [args] });
      if (reply.kind !== 'answered') throw new Error(`expected an answer, got ${JSON.stringify(reply)}`);
      return reply.outcomes[0]!;
    },
  };
}

/** The value of one call. */
export async function answerTo(source: string, ...args: readonly Data[]): Promise<Data> {
  const outcome = await openSandbox(source).call(...args);
  if (outcome.kind !== 'value') throw new Error(`expected a value, got ${JSON.stringify(outcome)}`);
  return outcome.value;
}

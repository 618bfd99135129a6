import { expect, onTestFinished, test } from 'vitest';
import { Kept } from '../../grader/sandbox/kept.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';

/** What a program of one function answers, in a sandbox of its own over a process that may be another's. */
async function answerOf(processes: Kept, code: string, outsideHeapMb = 384): Promise<unknown> {
  const sandbox = new Sandbox({
    files: [{ name: 'main.ts', code: `${code}; return {};`, imports: {} }],
    reference: '({})',
    limits: { heapMb: 64, outsideHeapMb, frameMb: 16, printedKb: 16 },
    tier: 'local',
    processes,
  });
  const reply = await sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 20_000 });
  sandbox.close();
  return reply.kind === 'answered' ? reply.outcomes[0] : reply;
}

/** Counts how many processes are started. */
class Counted extends Kept {
  readonly seen = new Set<unknown>();
  override take(...kind: Parameters<Kept['take']>): ReturnType<Kept['take']> {
    const process = super.take(...kind);
    this.seen.add(process);
    return process;
  }
}

function counted(): Counted {
  const processes = new Counted();
  onTestFinished(() => processes.close());
  return processes;
}

test('one process takes several programs, and nothing is left of those before', async () => {
  const processes = counted();
  const counting = 'globalThis.n = (globalThis.n ?? 0) + 1; exports.f = () => globalThis.n';
  expect(await answerOf(processes, counting)).toMatchObject({ value: 1 });
  expect(await answerOf(processes, counting)).toMatchObject({ value: 1 });
  expect(await answerOf(processes, 'exports.f = () => typeof globalThis.n')).toMatchObject({ value: 'undefined' });
  expect(processes.seen.size).toBe(1);
});

test('a program with other limits has a process of its own', async () => {
  const processes = counted();
  expect(await answerOf(processes, 'exports.f = () => 5')).toMatchObject({ value: 5 });
  expect(await answerOf(processes, 'exports.f = () => 6', 300)).toMatchObject({ value: 6 });
  expect(processes.seen.size).toBe(2);
});

test('a process that has ended is not kept', async () => {
  const processes = counted();
  await answerOf(processes, 'exports.f = () => { const all = []; for (;;) all.push(new Array(1e6).fill(1.5)); }');
  const { size } = processes.seen;
  expect(await answerOf(processes, 'exports.f = () => 7')).toMatchObject({ value: 7 });
  expect(processes.seen.size).toBe(size + 1);
});

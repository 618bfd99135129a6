import { expect, onTestFinished, test } from 'vitest';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { Spare } from '../../grader/sandbox/spare.ts';

/** What a program of one function answers, in a sandbox of its own over a process that may be another's. */
async function answerOf(spare: Spare, code: string, outsideHeapMb = 384): Promise<unknown> {
  const sandbox = new Sandbox({
    files: [{ name: 'main.ts', code: `${code}; return {};`, imports: {} }],
    reference: '({})',
    limits: { heapMb: 64, outsideHeapMb, frameMb: 16, printedKb: 16 },
    tier: 'local',
    spare,
  });
  const reply = await sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 20_000 });
  sandbox.close();
  return reply.kind === 'answered' ? reply.outcomes[0] : reply;
}

/** Counts how many spare are started. */
class Counted extends Spare {
  readonly seen = new Set<unknown>();
  override take(...kind: Parameters<Spare['take']>): ReturnType<Spare['take']> {
    const process = super.take(...kind);
    this.seen.add(process);
    return process;
  }
}

function counted(isReused: boolean): Counted {
  const spare = new Counted({ isReused });
  onTestFinished(() => spare.close());
  return spare;
}

test('a process that a program has been in is not given to another, unless that was asked for', async () => {
  const spare = counted(false);
  for (const n of [1, 2]) expect(await answerOf(spare, `exports.f = () => ${n}`)).toMatchObject({ value: n });
  expect(spare.seen.size).toBe(2);
});

test('one process takes several programs of ours, and nothing is left of those before', async () => {
  const spare = counted(true);
  const counting = 'globalThis.n = (globalThis.n ?? 0) + 1; exports.f = () => globalThis.n';
  expect(await answerOf(spare, counting)).toMatchObject({ value: 1 });
  expect(await answerOf(spare, counting)).toMatchObject({ value: 1 });
  expect(await answerOf(spare, 'exports.f = () => typeof globalThis.n')).toMatchObject({ value: 'undefined' });
  expect(spare.seen.size).toBe(1);
});

test('a program with other limits has a process of its own', async () => {
  const spare = counted(true);
  expect(await answerOf(spare, 'exports.f = () => 5')).toMatchObject({ value: 5 });
  expect(await answerOf(spare, 'exports.f = () => 6', 300)).toMatchObject({ value: 6 });
  expect(spare.seen.size).toBe(2);
});

test('a process that has ended is not kept', async () => {
  const spare = counted(true);
  await answerOf(spare, 'exports.f = () => { const all = []; for (;;) all.push(new Array(1e6).fill(1.5)); }');
  const { size } = spare.seen;
  expect(await answerOf(spare, 'exports.f = () => 7')).toMatchObject({ value: 7 });
  expect(spare.seen.size).toBe(size + 1);
});

import { expect, onTestFinished, test } from 'vitest';
import { Spare } from '../../../grader/sandbox/process/spare.ts';
import { Sandbox } from '../../../grader/sandbox/sandbox.ts';

/** What a program of one function answers, in a sandbox of its own over a process that may be another's. */
async function answerOf(spare: Spare, code: string, outsideHeapMb = 384): Promise<unknown> {
  const sandbox = new Sandbox({
    files: [{ name: 'main.ts', code: `${code}; return {};`, imports: {} }],
    limits: { heapMb: 64, outsideHeapMb, cpuSeconds: 120, frameMb: 16, printedKb: 16 },
    tier: 'local',
    spare,
  });
  const reply = await sandbox.call({ file: 'main.ts', task: 'f', calls: [[]], callMs: 20_000 });
  sandbox.close();
  return reply.kind === 'answered' ? reply.outcomes[0] : reply;
}

function spareOne(): Spare {
  const spare = new Spare();
  onTestFinished(() => spare.close());
  return spare;
}

/** How many processes of ours there are. */
const processes = (): number => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

test('no process is given to two programs', async () => {
  const spare = spareOne();
  const counting = 'globalThis.n = (globalThis.n ?? 0) + 1; nabla$.exports.f = () => globalThis.n';
  for (let asked = 0; asked < 2; asked++) expect(await answerOf(spare, counting)).toMatchObject({ value: 1 });
  await expect.poll(processes).toBe(0);
});

test('the next process waits once it has been asked for, and the next program is in it', async () => {
  const spare = spareOne();
  expect(await answerOf(spare, 'nabla$.exports.f = () => 5')).toMatchObject({ value: 5 });
  spare.refill();
  spare.refill();
  await expect.poll(processes).toBe(1);
  expect(await answerOf(spare, 'nabla$.exports.f = () => 6')).toMatchObject({ value: 6 });
  await expect.poll(processes).toBe(0);
});

test('a program with other limits has another process', async () => {
  const spare = spareOne();
  expect(await answerOf(spare, 'nabla$.exports.f = () => 5')).toMatchObject({ value: 5 });
  spare.refill();
  expect(await answerOf(spare, 'nabla$.exports.f = () => 6', 300)).toMatchObject({ value: 6 });
  await expect.poll(processes).toBe(0);
});

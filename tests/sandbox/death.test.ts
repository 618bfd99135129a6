import { describe, expect, test } from 'vitest';
import type { Reply } from '../../grader/sandbox/protocol/outcome.ts';
import { openSandbox } from './open-sandbox.ts';
import { descendants, isHarness } from './processes.ts';

/** Works for a while: long enough for somebody to come by. */
const working =
  'export const f = (x: number) => { let y = 0; for (let i = 0; i < 3e8; i++) y += i; return x + 0 * y; };';
const calls = [[1], [2]];

/** Kills sandboxes of this process from outside, as a system does that has run out of memory, so many times or for ever. */
async function killWhile(asked: Promise<Reply>, times: number): Promise<Reply> {
  const killed = new Set<number>();
  let isOver = false;
  const watched = asked.finally(() => {
    isOver = true;
  });
  while (!isOver && killed.size < times) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (const { pid } of descendants(process.pid).filter(isHarness)) {
      // Not before it has been given something to do.
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (isOver || killed.has(pid) || killed.size >= times) continue;
      killed.add(pid);
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
  }
  return watched;
}

const kindsOf = (reply: Reply): readonly string[] =>
  reply.kind === 'answered' ? reply.outcomes.map(({ kind }) => kind) : [reply.kind];

describe.skipIf(process.platform !== 'linux')('a process that is killed from outside', () => {
  test('once costs nobody anything: it is asked again', async () => {
    const reply = await killWhile(openSandbox(working).ask({ calls, callMs: 20_000 }), 1);
    expect(reply.kind === 'answered' && reply.outcomes).toMatchObject([{ value: 1 }, { value: 2 }]);
  });

  test('between two frames costs nobody anything either', async () => {
    const { ask } = openSandbox('export const f = (x: number) => x;');
    await ask({ calls: [[1]] });
    for (const { pid } of descendants(process.pid).filter(isHarness)) process.kill(pid, 'SIGKILL');
    expect(kindsOf(await ask({ calls: [[1], [2]] }))).toEqual(['value', 'value']);
  });

  test('again and again has crashed, or never became ready', async () => {
    // It never ends by itself, so that nobody can come too late.
    const { ask } = openSandbox('export const f = () => { for (;;); };');
    const asked = killWhile(ask({ calls, callMs: 150_000 }), Number.POSITIVE_INFINITY);
    const kinds = await asked.then(kindsOf, (error: { code: string }) => [error.code]);
    expect(kinds[0]).toMatch(/^(?:crashed|load-crashed|sandbox-failed)$/);
  });
});

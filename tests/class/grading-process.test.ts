import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Asks for what it cannot grade: that it says so shows that it is there, and heard all that came before. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const answer = once(child, 'message');
  child.send({ grade: { options: { language: 'en' } } });
  return (await answer)[0];
}

test.skipIf(process.platform === 'win32')('a process that grades for a class keeps its inspector shut', async () => {
  const child = fork(path.resolve('dist/grading.js'), [], { serialization: 'advanced', silent: true });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  try {
    expect(await answerOf(child)).toEqual({ failed: expect.any(String) });
    child.kill('SIGUSR1');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await answerOf(child)).toEqual({ failed: expect.any(String) });
    expect(said).not.toContain('Debugger');
  } finally {
    child.kill('SIGKILL');
  }
});

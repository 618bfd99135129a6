import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';

test('who closes the pipe, as head does, is told nothing, and the exit status is that of the call', async () => {
  const child = spawn(process.execPath, [path.resolve('dist/nabla.js'), '--help'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  child.stdout.destroy();
  const [status] = (await once(child, 'close')) as [number];
  expect({ status, errors }).toEqual({ status: 0, errors: '' });
});

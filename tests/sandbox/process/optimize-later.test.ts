import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { childSource } from '../../../grader/sandbox/harness.generated.ts';
import { childFlags } from '../../../grader/sandbox/process/permission.ts';

test.each([
  ['the command line', ['dist/nabla.js', '--version']],
  ['the process of the sandbox', [...childFlags(process.versions.node, 64), '-e', childSource]],
])('%s sets no flag that this Node does not know', (_, args) => {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', input: '' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

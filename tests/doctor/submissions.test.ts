import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { filesOf } from '../../grader/doctor/submissions.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import type { Result } from '../../grader/report/result.ts';
import { nabla } from '../cli/run-nabla.ts';

test('the stubs that are replayed are files of their own: those in the folder may have been filled in', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-stubs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const assignment = await loadAssignment(projectRoot(), '02-saturation');
  const stubs = filesOf('stubs', assignment);
  expect(Object.keys(stubs)).toEqual([...new Set(assignment.manifest.tasks.map(({ file }) => file))]);
  for (const [name, text] of Object.entries(stubs)) writeFileSync(path.join(folder, name), text);
  const { stdout } = nabla(['check', '02-saturation', '--submission', folder, '--format', 'json']);
  const { tasks } = JSON.parse(stdout) as Result;
  expect(tasks.map(({ status }) => status)).toEqual(tasks.map(() => 'not-started'));
});

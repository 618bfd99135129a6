/**
 * Everything that has to hold before a change lands: `npm test`, and nothing else is run in CI.
 * Ends with the number of checks that passed and failed; a step that is not made of tests counts as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-tests-'));
const testReport = path.join(folder, 'tests.json');
const bin = (name) => path.join('node_modules', '.bin', name);

const steps = [
  { name: 'format and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: [bin('tsc')] },
  {
    name: 'tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${testReport}`],
  },
];

/** Passed, failed and skipped, of one step. */
function count({ name }, status) {
  if (name !== 'tests') return status === 0 ? [1, 0, 0] : [0, 1, 0];
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(testReport, 'utf8'));
  // A file that does not even load has no tests that could fail.
  return [numPassedTests, status === 0 ? 0 : Math.max(1, numFailedTests), numPendingTests];
}

let totals = [0, 0, 0];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const [command, ...args] = step.command;
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const counted = count(step, status);
  totals = totals.map((total, index) => total + counted[index]);
}
rmSync(folder, { recursive: true });
const [passed, failed, skipped] = totals;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Everything that has to hold before a change lands: `npm test`, and nothing else is run in CI.
 * Ends with the number of checks that passed and failed; a step that is not made of tests counts as one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-tests-'));
const bin = (name) => path.join('node_modules', '.bin', name);

/** A step that is made of tests: its report says how many there were. */
const tests = (name, node, ...filters) => {
  const report = path.join(folder, `${name}.json`);
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { name, command: [node, vitest, 'run', ...filters, ...reporters], report };
};

/** The sandbox stands on what one version of Node does: its tests are run on the others that there are, too. */
const otherNodes = (process.env.NABLA_TEST_NODES ?? '').split(path.delimiter).filter((node) => node !== '');

const steps = [
  { name: 'format and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: [bin('tsc')] },
  tests('tests', process.execPath),
  ...otherNodes.map((node, index) => tests(`sandbox-${index + 1}`, node, 'tests/hostile.test.ts', 'tests/sandbox')),
  // A few seeds, and the same every time; docs/verify.md has the long run. The tests have built what it proves.
  {
    name: 'proof of the assignments',
    command: [process.execPath, 'dist/nabla.js', 'verify', '--runs', '1', '--seed', '1'],
  },
];

/** Passed, failed and skipped, of one step. */
function count({ report }, status) {
  if (report === undefined) return status === 0 ? [1, 0, 0] : [0, 1, 0];
  if (!existsSync(report)) return [0, 1, 0];
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not even load has no tests that could fail.
  return [numPassedTests, status === 0 ? 0 : Math.max(1, numFailedTests), numPendingTests];
}

let totals = [0, 0, 0];
for (const step of steps) {
  console.log(`\n── ${step.name}: ${step.command.join(' ')}`);
  const [command, ...args] = step.command;
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  const counted = count(step, status);
  totals = totals.map((total, index) => total + counted[index]);
}
rmSync(folder, { recursive: true });
const [passed, failed, skipped] = totals;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

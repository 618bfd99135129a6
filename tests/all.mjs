/**
 * Everything that has to hold before a change lands: `npm test`, and nothing else is run in CI.
 * Ends with what failed, and the number of checks that passed and failed; a step that is not made of tests counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-tests-'));
const bin = (name) => path.join('node_modules', '.bin', name);

/**
 * A step that is made of tests, one file after the other: its report says how many there were. Of the cases that run
 * beside one another there are few: each has to share its lane's processor, and what runs out of time is asked again.
 */
const tests = (name, node, filters, env = {}) => {
  const report = path.join(folder, `${name}.json`);
  const vitest = path.join('node_modules', 'vitest', 'vitest.mjs');
  const options = [
    '--maxWorkers=1',
    '--maxConcurrency=2',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return { name, command: [node, vitest, 'run', ...filters, ...options], report, env };
};
const sandbox = ['tests/hostile.test.ts', 'tests/sandbox'];
const variants = ['tests/variant'];
const without = (...filters) => filters.map((filter) => `--exclude=${filter}${filter.endsWith('.ts') ? '' : '/**'}`);

/**
 * The sandbox stands on what one version of Node does: its tests are run on the newest of the others, too. Hostile
 * submissions meet the weaker tier there: what the other takes away besides is the operating system's to take.
 */
const otherNodes = (process.env.NABLA_TEST_NODES ?? '')
  .split(path.delimiter)
  .filter((node) => node !== '')
  .slice(-1);

/** A few seeds, and the same every time; docs/verify.md has the long run. */
const proof = {
  name: 'proof of the assignments',
  command: [process.execPath, 'dist/nabla.js', 'verify', '--runs', '1', '--seed', '1'],
};

const steps = [
  { name: 'format and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: [bin('tsc')] },
  { name: 'build', command: [process.execPath, 'grader/build/build.mjs'] },
  // Lanes for two cores, one more than these: a sandbox that starts or waits leaves its core to others. Most tests change
  // nothing that another one sees: their modules are loaded once.
  [
    [tests('tests', process.execPath, [...without(...sandbox, ...variants), '--no-isolate'])],
    [proof, tests('variants', process.execPath, [...variants, '--no-isolate'])],
    [
      tests('sandbox', process.execPath, sandbox),
      ...otherNodes.map((node, index) => tests(`sandbox-${index + 1}`, node, sandbox, { NABLA_TEST_TIER: 'local' })),
    ],
  ],
];

/** Passed, failed and skipped, of one step, and the names of what failed. */
function count({ name, report }, status) {
  if (report === undefined) return { counts: status === 0 ? [1, 0, 0] : [0, 1, 0], failed: status === 0 ? [] : [name] };
  if (!existsSync(report)) return { counts: [0, 1, 0], failed: [`${name}: ended without a report`] };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed').map((test) => test.fullName);
    // A file that does not even load has no tests that could fail.
    const what = tests.length === 0 && file.status === 'failed' ? [file.message] : tests;
    return what.map((which) => `${name}: ${path.relative('.', file.name)}: ${which}`);
  });
  if (status !== 0 && failed.length === 0) failed.push(`${name}: ended with ${status}`);
  return { counts: [numPassedTests, Math.max(numFailedTests, failed.length), numPendingTests], failed };
}

// What is tested is built once, by the step of that name.
const env = { ...process.env, NABLA_BUILT: '1' };

/** Runs a step; `isShown` lets its output through as it comes, else it is printed at the end. */
function run(step, isShown) {
  const [command, ...args] = step.command;
  const title = `\n── ${step.name}: ${step.command.join(' ')}`;
  if (isShown) console.log(title);
  const child = spawn(command, args, {
    env: { ...env, ...step.env },
    stdio: isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      if (!isShown) console.log(`${title}\n${Buffer.concat(output).toString()}`);
      resolve(count(step, status));
    });
  });
}

/** The steps of a lane follow one another. */
async function runLane(lane, isShown) {
  const counted = [];
  for (const step of lane) counted.push(await run(step, isShown));
  return counted;
}

/** A step by itself, or lanes beside one another, the first of which is shown. */
const runAll = async (step) =>
  Array.isArray(step)
    ? (await Promise.all(step.map((lane, at) => runLane(lane, at === 0)))).flat()
    : [await run(step, true)];

const counted = [];
for (const step of steps) counted.push(...(await runAll(step)));
rmSync(folder, { recursive: true });

const [passed, failed, skipped] = [0, 1, 2].map((kind) => counted.reduce((sum, { counts }) => sum + counts[kind], 0));
console.log(counted.flatMap((step) => step.failed.map((what) => `\nFAILED ${what}`)).join(''));
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

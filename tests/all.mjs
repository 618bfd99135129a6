/**
 * Everything that must hold before a change lands: `npm test`, which CI runs on Linux, beside checks on other systems.
 * `npm test -- --long`, which runs every night, runs the whole of what is large, of which it is a part (tests/long.ts).
 * Ends with what failed, and the number of checks that passed and failed; a step that is not made of tests counts as one.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const [option, ...others] = process.argv.slice(2);
if (others.length > 0 || (option !== undefined && option !== '--long')) {
  console.error('npm test, or npm test -- --long; one file of tests: npx vitest run FILE');
  process.exit(2);
}
const isLong = option === '--long';

const folder = mkdtempSync(path.join(tmpdir(), 'nabla-tests-'));
/** Beside tests that look whether anything has changed in the project, no step writes to it. */
const api = path.join(folder, 'api');
const bin = (name) => path.join('node_modules', '.bin', name);

/**
 * A step that is made of tests, one file after the other: its report says how many there were. Of the cases that run
 * beside one another there are few: each has to share its lane's processor, and what runs out of time is asked again.
 */
const tests = (name, node, filters, env = {}) => {
  const report = path.join(folder, `${name.replaceAll(/\W+/g, '-')}.json`);
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
const exclude = (filter) => `--exclude=${filter}${filter.endsWith('.ts') ? '' : '/**'}`;
/** Most tests change nothing that another one sees: their modules are loaded once. */
const together = (name, filters) => tests(name, process.execPath, [...filters, '--no-isolate']);

/**
 * The sandbox stands on what one version of Node does: its tests are run on the newest of the others, too. Hostile
 * submissions meet the weaker tier there: what the other takes away besides is the operating system's to take.
 */
const otherNodes = (process.env.NABLA_TEST_NODES ?? '')
  .split(path.delimiter)
  .filter((node) => node !== '')
  .slice(-1);
const hostile = ['tests/hostile.test.ts'];
const sandbox = ['tests/sandbox'];

/** A few seeds, and the same every time; docs/verify.md has the long run. */
const proof = (...slugs) => ({
  name: `proof of ${slugs.join(', ')}`,
  command: [process.execPath, 'dist/nabla.js', 'verify', ...slugs, '--runs', '1', '--seed', '1'],
});
const longest = '05-deep-network';
const slugs = readdirSync('assignments').filter((name) =>
  existsSync(path.join('assignments', name, 'assignment.json')),
);

/** Folders whose tests take long, each a step of its own; whatever is in none of them is the last one's. */
const apart = {
  pages: ['tests/page', 'tests/outside.test.ts', 'tests/cookbook.test.ts'],
  'oral checks': ['tests/oral'],
  variants: ['tests/variant'],
  submissions: ['tests/submissions.test.ts', 'tests/independent.test.ts'],
  'what students call': ['tests/cli', 'tests/handout', 'tests/workflows', 'tests/doctor'],
  'a class': ['tests/class', 'tests/class-page', 'tests/gradebook', 'tests/repository', 'tests/roster'],
};

const steps = [
  { name: 'format and lint', command: [bin('biome'), 'check', '--error-on-warnings', '.'] },
  { name: 'words', command: [process.execPath, 'tests/words.mjs'] },
  { name: 'types', command: [bin('tsc')] },
  { name: 'dead code', command: [bin('knip'), '--no-progress'] },
  { name: 'build', command: [process.execPath, 'grader/build/build.mjs'] },
  // The longest first, so that the last ones end at about the same time.
  [
    proof(longest),
    ...Object.entries(apart).map(([name, filters]) => together(name, filters)),
    together('others', [...hostile, ...sandbox, ...Object.values(apart).flat()].map(exclude)),
    tests('hostile', process.execPath, hostile),
    proof(...slugs.filter((slug) => slug !== longest)),
    ...otherNodes.map((node) => tests('hostile, another Node', node, hostile, { NABLA_TEST_TIER: 'local' })),
    {
      name: 'reference of the kit',
      command: [bin('typedoc'), '--tsconfig', 'grader/build/api.tsconfig.json', '--out', api],
    },
    tests('sandbox', process.execPath, sandbox),
    ...otherNodes.map((node) => tests('sandbox, another Node', node, sandbox)),
  ],
];

const mostLines = 20;

/** A test that failed, and the beginning of why: who reads the end of a log sees it. */
const shown = ({ fullName, failureMessages }) =>
  [fullName, ...stripVTControlCharacters(failureMessages.join('\n')).split('\n').slice(0, mostLines)].join('\n    ');

/** Passed, failed and skipped, of one step, and the names of what failed. */
function count({ name, report }, status) {
  if (report === undefined) return { counts: status === 0 ? [1, 0, 0] : [0, 1, 0], failed: status === 0 ? [] : [name] };
  if (!existsSync(report)) return { counts: [0, 1, 0], failed: [`${name}: ended without a report`] };
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = testResults.flatMap((file) => {
    const tests = file.assertionResults.filter((test) => test.status === 'failed').map(shown);
    // A file that does not even load has no tests that could fail.
    const what = tests.length === 0 && file.status === 'failed' ? [file.message] : tests;
    return what.map((which) => `${name}: ${path.relative('.', file.name)}: ${which}`);
  });
  if (status !== 0 && failed.length === 0) failed.push(`${name}: ended with ${status}`);
  return { counts: [numPassedTests, Math.max(numFailedTests, failed.length), numPendingTests], failed };
}

// What is tested is built once, by the step of that name.
const env = { ...process.env, NABLA_BUILT: '1', ...(isLong && { NABLA_TEST_LONG: '1' }) };

/** Runs a step; `isShown` lets its output through as it comes, else it is printed at the end. */
function run(step, isShown) {
  const [command, ...args] = step.command;
  const title = `\n── ${step.name}: ${step.command.join(' ')}`;
  if (isShown) console.log(title);
  const started = performance.now();
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
      const seconds = Math.round((performance.now() - started) / 1000);
      if (!isShown) console.log(`${title}\n${Buffer.concat(output).toString()}`);
      console.log(`── ${step.name}: ${seconds} s`);
      resolve(count(step, status));
    });
  });
}

/** One more than processors: what starts or waits leaves its own to others. */
const lanes = availableParallelism() + 1;

/** Several steps beside one another: each lane takes the next one when it is through with one. */
async function runBeside(waiting) {
  const counted = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) counted.push(await run(step, false));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return counted;
}

const counted = [];
for (const step of steps) counted.push(...(Array.isArray(step) ? await runBeside(step) : [await run(step, true)]));
rmSync(folder, { recursive: true });

const [passed, failed, skipped] = [0, 1, 2].map((kind) => counted.reduce((sum, { counts }) => sum + counts[kind], 0));
console.log(counted.flatMap((step) => step.failed.map((what) => `\nFAILED ${what}`)).join(''));
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed === 0 ? 0 : 1;

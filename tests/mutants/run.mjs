/**
 * Changes the code in one place at a time, and looks whether a test fails: npm run mutants -- ROOM…
 *
 * Ends with what survived, and how many were killed of all. A survivor that equivalent.json has with a reason is none; one
 * that it has, but which a test kills by now, is told as well.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { rooms } from './rooms.mjs';

const names = process.argv.slice(2);
if (names.length === 0 || names.some((name) => !(name in rooms))) {
  console.error(`npm run mutants -- ROOM…, where ROOM is one of: ${Object.keys(rooms).join(', ')}`);
  process.exit(2);
}
const known = JSON.parse(readFileSync(path.join(import.meta.dirname, 'equivalent.json'), 'utf8'));

/** What types refuse is not tried: a text or an object in the place of another is one that `tsc` does not let pass. */
const refusedByTypes = ['StringLiteral', 'ObjectLiteral'];

async function resultsOf({ mutate, tests }) {
  const tempDirName = mkdtempSync(path.join(tmpdir(), 'nabla-mutants-'));
  try {
    process.env.NABLA_MUTANTS_TESTS = tests.join(path.delimiter);
    // Not by Stryker's own `testFiles`: it takes what is computed as a file loads for changed only afterwards.
    const stryker = new Stryker({
      mutate,
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { related: false, configFile: 'tests/mutants/vitest.config.ts' },
      mutator: { excludedMutations: refusedByTypes },
      coverageAnalysis: 'perTest',
      concurrency: 1,
      timeoutMS: 20_000,
      dryRunTimeoutMinutes: 20,
      reporters: [],
      logLevel: 'error',
      allowConsoleColors: false,
      tempDirName,
      ignorePatterns: ['dist', 'page', 'api', 'tests/independent', 'tests/submissions'],
    });
    return await stryker.runMutationTest();
  } finally {
    rmSync(tempDirName, { recursive: true, force: true });
  }
}

/** The code that a mutant takes the place of; its lines and columns begin with 1. */
function codeOf({ fileName, location: { start, end } }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

const described = (mutant) => ({
  file: path.relative('.', mutant.fileName).split(path.sep).join('/'),
  line: mutant.location.start.line,
  code: codeOf(mutant),
  instead: mutant.replacement,
  isCovered: mutant.status === 'Survived',
});
const isSame = (one, other) => one.file === other.file && one.code === other.code && one.instead === other.instead;

let isClean = true;
for (const name of names) {
  const started = performance.now();
  const tried = (await resultsOf(rooms[name])).filter(({ status }) => status !== 'Ignored');
  const alive = tried.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(described);
  const reasoned = known[name] ?? [];
  const holes = alive.filter((one) => !reasoned.some((other) => isSame(one, other)));
  const gone = reasoned.filter((one) => !alive.some((other) => isSame(one, other)));
  for (const { file, line, code, instead, isCovered } of holes) {
    console.log(`${file}:${line}${isCovered ? '' : ' (no test comes here)'}\n- ${code}\n+ ${instead}\n`);
  }
  for (const { file, code, instead } of gone)
    console.log(`${file}: listed, but killed or gone:\n- ${code}\n+ ${instead}\n`);
  const byTime = tried.filter(({ status }) => status === 'Timeout').length;
  const killed = tried.length - alive.length;
  const share = ((100 * killed) / tried.length).toFixed(1);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(
    `${name}: ${killed} of ${tried.length} killed (${share} %, ${byTime} by time), ${alive.length - holes.length} equivalent, ${holes.length} to look at; ${minutes} min\n`,
  );
  isClean &&= holes.length === 0 && gone.length === 0;
}
process.exitCode = isClean ? 0 : 1;

/**
 * What starting the sandbox and a whole check cost, as ratios to `node -e 0` in the same run. The three take turns, so
 * that they meet the same machine. Prints medians. Argument: the number of rounds.
 */
import { execFileSync } from 'node:child_process';
import { pickTier, type Tier } from '../../grader/sandbox/process/launch.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';
import { inTurns, median } from './turns.ts';

const rounds = Number(process.argv[2] ?? 15);
const tiers: readonly Tier[] = pickTier('auto') === 'strict' ? ['local', 'strict'] : ['local'];
const submission = 'tests/submissions/01-backpropagation/right-textbook';
const limits = { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 120, frameMb: 16, printedKb: 16 };
const file = { name: 'f.ts', code: 'nabla$.exports.f = (x) => x;', imports: {} };

function runNode(...args: readonly string[]): void {
  execFileSync(process.execPath, args, { stdio: 'ignore', env: {} });
}

async function firstAnswer(tier: Tier): Promise<void> {
  const sandbox = new Sandbox({ files: [file], limits, tier });
  const reply = await sandbox.call({ file: 'f.ts', task: 'f', calls: [[1]], callMs: 5000 });
  if (reply.kind !== 'answered') throw new Error(`no answer: ${reply.kind}`);
  sandbox.close();
}

const check = [
  'dist/nabla.js',
  'check',
  '01-backpropagation',
  '--submission',
  submission,
  '--report',
  '.nabla/measure',
];
const measured: readonly (readonly [string, () => void | Promise<void>])[] = [
  ['node -e 0', () => runNode('-e', '0')],
  ...tiers.map((tier) => [`sandbox, first answer, ${tier}`, () => firstAnswer(tier)] as const),
  ...tiers.map((tier) => [`check of 01, ${tier}`, () => runNode(...check, '--sandbox', tier)] as const),
];

const times = await inTurns(
  rounds,
  measured.map(([, run]) => run),
);
const medians = times.map(median);
for (const [index, [name]] of measured.entries()) {
  const time = medians[index] ?? Number.NaN;
  console.log(
    `${name.padEnd(32)} ${time.toFixed(0).padStart(6)} ms  ${(time / (medians[0] ?? 1)).toFixed(2).padStart(6)}`,
  );
}

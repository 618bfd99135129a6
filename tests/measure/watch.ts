/**
 * How long somebody who watches waits: from a save that changes one function of a right submission to its result on the
 * screen, and to that of the last of those that call it, for every function of 01 to 04, in turn, changed and changed
 * back. Milliseconds; then the median as a ratio to `node -e 0` in this run.
 *
 *   npm run measure -- watch [rounds]
 */
import { execFileSync } from 'node:child_process';
import { quantile, watched } from './watching.ts';

const rounds = Number(process.argv[2] ?? 3);
const slugs = ['01-backpropagation', '02-saturation', '03-gradient-control', '04-initialization'];

const nodes = Array.from({ length: 15 }, () => {
  const started = performance.now();
  execFileSync(process.execPath, ['-e', '0'], { stdio: 'ignore', env: {} });
  return performance.now() - started;
});
const node = quantile(nodes, 0.5);
console.log(`node -e 0: ${node.toFixed(0)} ms`);
for (const slug of slugs) {
  const { first, last } = await watched(slug, rounds);
  const figures = (waits: readonly number[]): string =>
    [0.5, 0.9, 1].map((q) => quantile(waits, q).toFixed(0)).join(', ');
  console.log(
    `${slug}: ${first.length} saves; median, nine of ten, longest: ${figures(first)} ms to the function's result, ` +
      `${figures(last)} ms to the end; median ${(quantile(first, 0.5) / node).toFixed(1)} times node -e 0`,
  );
}

/**
 * Makes and proves every variant that the assignments can have, or those of N seeds where there are more.
 *
 *   npm run measure -- variants [--seeds N] [--only SLUG]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listAssignments, projectRoot } from '../../grader/load/grading.ts';
import { readParameterSchema } from '../../grader/variant/parameters.ts';

const { values: options } = parseArgs({
  options: { seeds: { type: 'string', default: '1000' }, only: { type: 'string', default: '' } },
});
const root = projectRoot();
const folder = mkdtempSync(path.join(tmpdir(), 'nabla-variants-'));

/** All settings of an assignment, as --set takes them. */
function settingsOf(slug: string): readonly (readonly string[])[] {
  const { parameters } = readParameterSchema(path.join(root, 'assignments', slug));
  return parameters.reduce<readonly (readonly string[])[]>(
    (all, { key, range }) => all.flatMap((one) => valuesOf(range).map((value) => [...one, '--set', `${key}=${value}`])),
    [[]],
  );
}

function valuesOf(range: ReturnType<typeof readParameterSchema>['parameters'][number]['range']): readonly unknown[] {
  if ('values' in range) return range.values;
  const { minimum, maximum, step } = range;
  const count = Math.round((maximum - minimum) / step) + 1;
  return Array.from({ length: count }, (_, i) => Number((minimum + i * step).toFixed(9)));
}

const limit = Number(options.seeds);
const varied = listAssignments(root).filter(
  (slug) => slug.includes(options.only) && existsSync(path.join(root, 'assignments', slug, 'variant.schema.json')),
);
for (const slug of varied) {
  const all = settingsOf(slug);
  const calls = all.length <= limit ? all : Array.from({ length: limit }, (_, seed) => ['--seed', String(seed)]);
  const [started, refused] = [performance.now(), [] as string[]];
  let leftOut = 0;
  for (const [i, call] of calls.entries()) {
    const name = `${slug}-${i}`;
    const args = ['dist/nabla.js', 'variant', slug, ...call, '--out', folder, '--name', name];
    if (spawnSync(process.execPath, args, { cwd: root }).status !== 0) refused.push(call.join(' '));
    else {
      const manifest = JSON.parse(readFileSync(path.join(folder, name, 'assignment.json'), 'utf8'));
      leftOut += Number(manifest.variant.leftOut !== undefined);
    }
  }
  const seconds = ((performance.now() - started) / 1000 / calls.length).toFixed(1);
  const which = all.length <= limit ? 'all' : `${limit} seeds of`;
  console.log(
    `${slug}: ${which} ${all.length} variants, ${refused.length} refused, ${leftOut} leave misconceptions out, ${seconds} s each`,
  );
  for (const call of refused) console.log(`  refused: ${call}`);
}
rmSync(folder, { recursive: true, force: true });

/**
 * Long proofs, one after the other, and their record in docs/proofs.md: every assignment at many seeds, reports on right
 * submissions, variants. Ends with 1 if one of them does not hold; it is recorded all the same.
 *
 *   npm run prove -- [--seeds 1000] [--deep-seeds 100] [--reports 10000] [--variants 1000] [--first 1]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';

const given = process.argv.slice(2);
const { values } = parseArgs({
  args: given,
  options: {
    seeds: { type: 'string', default: '1000' },
    'deep-seeds': { type: 'string', default: '100' },
    reports: { type: 'string', default: '10000' },
    variants: { type: 'string', default: '1000' },
    first: { type: 'string', default: '1' },
  },
});
const slugs = listAssignments(projectRoot());
const measure = 'tests/measure/run.mjs';
const { first } = values;
/** How often, and the command; what is asked for no times is left out. */
const steps: readonly (readonly [times: string, command: readonly string[]])[] = [
  // The nets of the last assignment are trained at every seed.
  ...slugs.map((slug, i) => {
    const runs = i === slugs.length - 1 ? values['deep-seeds'] : values.seeds;
    return [runs, ['dist/nabla.js', 'verify', slug, '--runs', runs, '--seed', first]] as const;
  }),
  [values.reports, [measure, 'reports', values.reports, first]],
  [
    values.variants,
    [measure, 'variants', '--seeds', String(Math.ceil(Number(values.variants) / slugs.length)), '--first', first],
  ],
];

const file = 'docs/proofs.md';
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
const date = new Date().toISOString().slice(0, 10);
const record = [
  `## ${date}, ${commit}, Node ${process.versions.node}`,
  `\`${['npm run prove --', ...given].join(' ')}\`, on ${cpus().length} processors.`,
];
let holds = true;
for (const [times, step] of steps) {
  if (times === '0') continue;
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, step, { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  const command = step.join(' ').replace(measure, 'npm run measure --').replace('dist/nabla.js', 'nabla');
  const said = `${stdout}${status === 0 ? '' : stderr}`.trim();
  const entry = `\`${command}\` ${status === 0 ? 'held' : `did not hold (${status})`}, ${minutes} minutes:\n\n\`\`\`text\n${said}\n\`\`\``;
  console.log(entry);
  record.push(entry);
  holds &&= status === 0;
}
writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${record.join('\n\n')}\n`);
process.exitCode = holds ? 0 : 1;

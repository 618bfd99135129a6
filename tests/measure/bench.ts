/**
 * How fast Nabla is, as ratios within one run: medians of things that take turns on the same machine. Prints tables for
 * docs/performance.md, and writes all figures as JSON.
 *
 *   npm run bench -- [--rounds N] [--only PATTERN] [--json FILE] [part ...]
 *
 * With --only, cold and where take the assignments whose names it matches.
 * Parts: cold, where, calls, growth, class, watch, author, page; all of them but the page if none is named.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listAssignments, projectRoot } from '../../grader/load/assignment/grading.ts';
import { author } from './bench/author.ts';
import { calls } from './bench/calls.ts';
import { cold } from './bench/cold.ts';
import { growth } from './bench/growth.ts';
import { measured } from './bench/measured.ts';
import type { Part } from './bench/table.ts';
import { tableText } from './bench/table.ts';
import { where } from './bench/where.ts';

const parts: Readonly<Record<string, Part>> = {
  cold,
  where,
  calls,
  growth,
  class: measured('class', '120'),
  watch: measured('watch', '1'),
  author,
  page: measured('page'),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
    json: { type: 'string', default: 'reports/bench.json' },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part ${unknown}. Parts are: ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const slugs = listAssignments(projectRoot()).filter((slug) => new RegExp(values.only).test(slug));
const load = (): string =>
  loadavg()
    .map((of) => of.toFixed(1))
    .join(', ');
const machine = {
  date: new Date().toISOString().slice(0, 16),
  node: process.version,
  processors: `${cpus().length} × ${cpus()[0]?.model ?? ''}`,
  loadBefore: load(),
  command: ['npm run bench --', ...process.argv.slice(2)].join(' '),
};
console.log(Object.values(machine).join(' · '));
const results: Record<string, unknown> = {};
for (const name of positionals.length > 0 ? positionals : Object.keys(parts).filter((one) => one !== 'page')) {
  const found = await parts[name]!(Number(values.rounds), slugs);
  results[name] = found;
  console.log(`\n## ${name}\n\n${typeof found === 'string' ? found : tableText(found)}`);
}
mkdirSync(path.dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify({ ...machine, loadAfter: load(), results }, null, 2)}\n`);
console.log(`\nLoad at the end: ${load()}. All figures: ${values.json}`);

/**
 * Makes what a release offers: for each assignment a handout and the bundles of both classrooms, as archives, and the
 * package for npm. `node grader/build/release.mjs --out DIR [SLUG …]`; without a slug, all.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values, positionals } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
if (values.out === undefined) {
  console.error('release: --out DIR is missing: the folder for the archives');
  process.exit(2);
}
const out = path.resolve(values.out);

const nabla = (...args) =>
  execFileSync(process.execPath, [path.join(root, 'dist/nabla.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

/** What an archive says of the system that packed it, for programs to stay programs. */
const unix = 3;

/** All of a folder but its history. */
function archive(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !path.relative(folder, file).startsWith(`.git${path.sep}`))
    .map((file) => [
      path.relative(folder, file).replaceAll(path.sep, '/'),
      [readFileSync(file), { os: unix, attrs: statSync(file).mode << 16, mtime: new Date('2000-01-01T12:00:00') }],
    ]);
  return zipSync(Object.fromEntries(entries));
}

const kinds = {
  handout: (slug, folder) => nabla('handout', slug, '--out', folder),
  classroom50: (slug, folder) => nabla('bundle', 'classroom50', slug, '--out', folder),
  gradescope: (slug, folder) => nabla('bundle', 'gradescope', slug, '--out', folder),
};

const slugs = positionals.length > 0 ? positionals : readdirSync(path.join(root, 'assignments'));
const work = mkdtempSync(path.join(tmpdir(), 'nabla-release-'));
mkdirSync(out, { recursive: true });
try {
  for (const slug of slugs) {
    for (const [kind, make] of Object.entries(kinds)) {
      const folder = path.join(work, `${slug}-${kind}`);
      make(slug, folder);
      writeFileSync(path.join(out, `${slug}-${kind}.zip`), archive(folder));
    }
  }
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['pack', '--loglevel=error', '--ignore-scripts', '--pack-destination', out], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
} finally {
  rmSync(work, { recursive: true, force: true });
}

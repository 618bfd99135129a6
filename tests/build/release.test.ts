import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';

test('a release has a handout and two bundles of an assignment, and the package', () => {
  const out = mkdtempSync(path.join(tmpdir(), 'nabla-release-'));
  const run = spawnSync(process.execPath, ['grader/build/release.mjs', '--out', out, '02-saturation'], {
    encoding: 'utf8',
  });
  expect([run.status, run.stderr]).toEqual([0, '']);
  const names = (archive: string): readonly string[] => Object.keys(unzipSync(readFileSync(path.join(out, archive))));
  expect(readdirSync(out).filter((name) => name.endsWith('.zip'))).toEqual([
    '02-saturation-classroom50.zip',
    '02-saturation-gradescope.zip',
    '02-saturation-handout.zip',
  ]);
  expect(readdirSync(out).filter((name) => name.endsWith('.tgz'))).toHaveLength(1);
  expect(names('02-saturation-handout.zip')).toContain('nabla.mjs');
  expect(names('02-saturation-classroom50.zip')).toContain('autograder.py');
  expect(names('02-saturation-gradescope.zip')).toContain('run_autograder');
  expect(names('02-saturation-handout.zip').filter((name) => name.startsWith('.git/'))).toEqual([]);
});

test('a package has what runs and what it is made from, and no tests', () => {
  const shell = process.platform === 'win32';
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', shell });
  const [{ files }] = JSON.parse(stdout) as readonly [{ readonly files: readonly { readonly path: string }[] }];
  const names = files.map((file) => file.path);
  expect(names).toContain('dist/nabla.js');
  expect(names).toContain('assignments/02-saturation/assignment.json');
  expect(names.filter((name) => /^(?:tests|\.ci|\.github)\//.test(name))).toEqual([]);
});

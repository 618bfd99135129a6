/** `npm run examples`: the reports of a half-done submission with their plots, as docs/example/ has them in both languages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const slug = '01-backpropagation';

/** Path → what the grader writes now. */
export function exampleReports() {
  return ['en', 'ru'].flatMap((language) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-example-'));
    const args = ['check', slug, '--submission', `tests/submissions/${slug}/half-done`, '--seed', '5'];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/nabla.js', ...args, '--lang', language, '--report', folder],
      { encoding: 'utf8' },
    );
    if (status !== 1) throw new Error(stderr);
    const written = path.join(folder, slug);
    const files = ['report.md', ...readdirSync(path.join(written, 'plots')).map((name) => `plots/${name}`)];
    return files.map((name) => [`docs/example/${language}/${name}`, readFileSync(path.join(written, name), 'utf8')]);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = exampleReports();
  rmSync('docs/example', { recursive: true, force: true });
  for (const [file, text] of reports) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(file);
  }
}

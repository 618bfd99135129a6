/** `npm run examples`: the reports of a half-done submission that stand in docs/example/, in both languages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const slug = '01-backpropagation';

/** Path → what the grader writes now. */
export function exampleReports() {
  return ['en', 'ru'].map((language) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'nabla-example-'));
    const args = ['check', slug, '--submission', `tests/submissions/${slug}/half-done`, '--seed', '5'];
    const { status, stderr } = spawnSync(
      process.execPath,
      ['dist/nabla.js', ...args, '--lang', language, '--report', folder],
      { encoding: 'utf8' },
    );
    if (status !== 1) throw new Error(stderr);
    return [`docs/example/report.${language}.md`, readFileSync(path.join(folder, slug, 'report.md'), 'utf8')];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync('docs/example', { recursive: true });
  for (const [file, text] of exampleReports()) {
    writeFileSync(file, text);
    console.log(file);
  }
}

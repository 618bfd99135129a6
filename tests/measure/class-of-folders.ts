import { cpSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What a class of folders is called with, beside its options. */
export const callOf = (slug: string): readonly string[] => [
  ...[path.resolve('dist/nabla.js'), 'grade', 'class', '--assignment', slug, '--seed', '7'],
];

/** Where it is called. npm says where it was typed; the class is elsewhere. */
export const placeOf = (folder: string) => ({ cwd: folder, env: { ...process.env, INIT_CWD: undefined } });

/** `mixed`: three in four are right, the others as many of the known wrong ones as there are. `stubs`: as handed out. */
export const kinds = ['mixed', 'stubs'] as const;

/** A class of so many folders. */
export function makeFolders(slug: string, count: number, kind: (typeof kinds)[number] = 'mixed'): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-measure-class-'));
  const cases = path.resolve('tests/submissions', slug);
  const stubs = path.resolve('assignments', slug, 'src');
  const wrong = readdirSync(cases).filter(
    // What runs until its time is over measures the limit, and nothing else.
    (name) => !/^right|endless/.test(name) && readdirSync(path.join(cases, name)).length > 1,
  );
  for (let n = 0; n < count; n++) {
    const own = path.join(folder, 'class', `s${String(n + 1).padStart(5, '0')}`);
    mkdirSync(own, { recursive: true });
    cpSync(kind === 'stubs' ? stubs : path.join(cases, 'right-textbook'), own, { recursive: true });
    const other = wrong[Math.floor(n / 4) % wrong.length];
    if (kind === 'mixed' && n % 4 === 3 && other) cpSync(path.join(cases, other), own, { recursive: true });
  }
  return folder;
}

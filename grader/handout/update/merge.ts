import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const lines = (text: Buffer | string): string => text.toString().replaceAll('\r\n', '\n');

/** By `git merge-file --union`: where both have changed the same lines, both stay. */
export function merge(base: Buffer, theirs: Buffer, ours: string | Buffer): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-merge-'));
  try {
    const files = [theirs, base, ours].map((text, index) => {
      const file = path.join(folder, String(index));
      writeFileSync(file, lines(text));
      return file;
    });
    return execFileSync('git', ['merge-file', '--union', '--stdout', ...files]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../grader/load/manifest.ts';
import { readSubmission } from '../../grader/load/submission.ts';

const folderWith = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-submission-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
};

const manifest = { provided: ['types.ts'], tasks: [] } as unknown as Manifest;
const read = (folder: string) => readSubmission(folder, manifest, folderWith({ 'types.ts': 'given' }));

describe('reading a submission', () => {
  test('takes the TypeScript files, in folders too, and the provided file that was not handed in', () => {
    const folder = folderWith({
      'b.ts': 'b',
      'a.ts': 'a',
      'lib/c.ts': 'c',
      'notes.md': 'no',
      'd.d.ts': 'no',
      'node_modules/e.ts': 'no',
    });
    expect(read(folder).map((file) => ('text' in file ? [file.name, file.text] : file))).toEqual([
      ['a.ts', 'a'],
      ['b.ts', 'b'],
      ['lib/c.ts', 'c'],
      ['types.ts', 'given'],
    ]);
  });

  test("prefers the student's own copy of a provided file", () => {
    expect(read(folderWith({ 'types.ts': 'own' }))).toMatchObject([{ name: 'types.ts', text: 'own' }]);
  });

  test('drops a byte-order mark', () => {
    expect(read(folderWith({ 'a.ts': '\ufeffexport {}', 'types.ts': '' }))[0]).toMatchObject({ text: 'export {}' });
  });

  test('reads neither links nor folders nor what is too large or not UTF-8, and says which', () => {
    const folder = folderWith({
      'large.ts': ' '.repeat(600_000),
      'latin.ts': new Uint8Array([0xff, 0xfe, 0x41, 0]),
      'types.ts': '',
    });
    symlinkSync('/etc/hostname', path.join(folder, 'link.ts'));
    mkdirSync(path.join(folder, 'folder.ts'));
    expect(read(folder).map((file) => ('unreadable' in file ? `${file.name} ${file.unreadable}` : file.name))).toEqual([
      'folder.ts not-a-file',
      'large.ts too-large',
      'latin.ts not-utf8',
      'link.ts link',
      'types.ts',
    ]);
  });
});

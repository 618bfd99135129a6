import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../../grader/load/assignment/manifest.ts';
import { readSubmission } from '../../../grader/load/submission/submission.ts';

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
      'latin.ts': new Uint8Array([0xe9, 0x41, 0x42]),
      'wide.ts': Buffer.from('\ufeffexport const a = 1;', 'utf16le'),
      'without-mark.ts': Buffer.from('export const a = 1;', 'utf16le'),
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
      'wide.ts utf-16',
      'without-mark.ts utf-16',
    ]);
  });

  test('finds the files of the tasks whatever else there is, and the others from the top down', () => {
    const beside = Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`a/f${i}.ts`, '']));
    const folder = folderWith({ ...beside, 'z.ts': 'z', 'b/c/d/e/f/g.ts': 'deep', 'types.ts': '' });
    const asked = { provided: [], tasks: [{ file: 'b/c/d/e/f/g.ts' }] } as unknown as Manifest;
    const names = readSubmission(folder, asked, folder).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['z.ts', 'types.ts', 'b/c/d/e/f/g.ts']));
    expect(names.length).toBe(2001);
  });

  test('is not disturbed by a name that is no text, nor by a provided file that is nowhere', () => {
    const folder = folderWith({ 'a.ts': 'a' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/bad`), Buffer.from([0xff]), Buffer.from('.ts')]), '');
    expect(readSubmission(folder, manifest, folder).map(({ name }) => name)).toEqual(['a.ts']);
    expect(readSubmission(path.join(folder, 'none'), manifest, folder)).toEqual([]);
  });

  test('does not follow a link that leads out of what the caller named', () => {
    const root = folderWith({ 'assignments/x/notes.md': '' });
    const files = folderWith({ 'a.ts': 'a' });
    symlinkSync(files, path.join(root, 'assignments/x/src'));
    const asked = { provided: ['types.ts'], tasks: [{ file: 'a.ts' }] } as unknown as Manifest;
    const src = path.join(root, 'assignments/x/src');
    expect(readSubmission(src, asked, folderWith({ 'types.ts': 'given' }), root)).toMatchObject([
      { name: 'a.ts', unreadable: 'link' },
      { name: 'types.ts', text: 'given' },
    ]);
    expect(readSubmission(src, asked, files)).toMatchObject([{ name: 'a.ts', text: 'a' }]);
  });
});

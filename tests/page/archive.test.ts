import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpacked } from '../../grader/page/client/archive.ts';

const own = ['training.ts', 'types.ts'];
const folder = 'assignments/05-deep-network/src';
const zip = (files: Readonly<Record<string, string>>) => {
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return [{ path: 'files.zip', file: new File([zipSync(Object.fromEntries(entries)).slice()], 'files.zip') }];
};

test('of an archive an assignment takes its own files', async () => {
  const files = { [`${folder}/training.ts`]: 'mine', 'assignments/04-initialization/src/network.ts': 'before' };
  expect(await unpacked(zip(files), folder, own)).toEqual({ 'training.ts': 'mine' });
});

test('of another assignment’s archive, on which it stands, it takes what none of its own is called like', async () => {
  const before = 'assignments/04-initialization/src';
  const files = { [`${before}/network.ts`]: 'network', [`${before}/types.ts`]: 'theirs' };
  expect(await unpacked(zip(files), folder, own)).toEqual({ 'network.ts': 'network' });
});

test('a second download of a file is that file', async () => {
  const opened = (name: string) => [{ path: name, file: new File(['mine'], name) }];
  for (const name of ['training (1).ts', 'training(12).ts']) {
    expect(await unpacked(opened(name), folder, own)).toEqual({ 'training.ts': 'mine' });
  }
  expect(await unpacked(opened('helpers (1).ts'), folder, own)).toEqual({ 'helpers (1).ts': 'mine' });
});

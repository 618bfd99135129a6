import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressOf, checkBranch, withoutSecrets } from '../../grader/repository/address.ts';
import { filesOf } from '../../grader/repository/folder.ts';
import { historyOf } from '../../grader/repository/history.ts';
import { fetchBranch, openMirror, Unreachable } from '../../grader/repository/mirror.ts';
import { treeOf } from '../../grader/repository/tree.ts';
import { commitTo, git, temporary, tipOf } from './made.ts';

const folder = temporary('repository');
const place = (name: string): string => path.join(folder, name);
const cache = place('cache');
const day = (n: number): string => `2026-11-${String(n).padStart(2, '0')}T12:00:00Z`;

async function fetched(repository: string, branch = '') {
  const mirror = await openMirror(cache, repository);
  return { mirror, found: await fetchBranch(mirror, branch) };
}

async function treeAt(repository: string, branch = '') {
  const { mirror, found } = await fetched(repository, branch);
  if (found.kind !== 'found') throw new Error(found.kind);
  return treeOf(mirror, found.tip);
}

describe('addresses', () => {
  test('of servers and folders are taken', () => {
    for (const url of ['https://x.org/a.git', 'ssh://git@x.org/a', 'git@x.org:a/b.git'])
      expect(addressOf(url, '/c')).toBe(url);
    expect(addressOf('a b/r', '/c')).toBe('/c/a b/r');
    expect(addressOf('file:///tmp/r', '/c')).toBe('/tmp/r');
  });

  test.each([
    'ext::sh -c touch% /tmp/x',
    '--upload-pack=touch x',
    '-oProxyCommand=x',
    'fd::3',
    'ssh://-oProxyCommand=x/a',
    'a\nb',
    'file://host/x',
  ])('such as %j are refused', (text) =>
    expect(() => addressOf(text, '/c')).toThrow('is not the address of a repository'),
  );

  test('are shown without their secrets', () => {
    expect(withoutSecrets('fatal: https://anna:token@x.org/a not found')).toBe('fatal: https://x.org/a not found');
  });

  test('branches have names', () => {
    expect(checkBranch('--upload-pack=x')).toBe('--upload-pack=x');
    for (const name of ['', 'a b', 'a:b', '+a*', 'a..b', 'a@{1}', '../a', 'a.lock'])
      expect(() => checkBranch(name)).toThrow('branch');
  });
});

describe('a repository', () => {
  test('is fetched once more after it has grown, and what was there stays', async () => {
    const repository = commitTo(place('grows'), [{ date: day(1), files: { 'a.ts': 'one' } }]);
    const first = tipOf(repository);
    await fetched(repository);
    commitTo(repository, [{ date: day(2), files: { 'a.ts': 'two' }, anew: true }]);
    const { mirror, found } = await fetched(repository);
    expect(found).toEqual({ kind: 'found', branch: 'main', tip: tipOf(repository) });
    expect((await historyOf(mirror, [first, tipOf(repository)])).size).toBe(2);
    const tree = await treeOf(mirror, first);
    expect((await tree.read(['a.ts'], 10)).get('a.ts')?.toString()).toBe('one');
  });

  test('is fetched though git was killed while it held a lock', async () => {
    const repository = commitTo(place('locked'), [{ date: day(1), files: { 'a.ts': 'one' } }]);
    const { folder: copy } = await openMirror(cache, repository);
    mkdirSync(path.join(copy, 'refs', 'nabla'), { recursive: true });
    for (const lock of ['shallow', `refs/nabla/${tipOf(repository)}`])
      writeFileSync(path.join(copy, `${lock}.lock`), '');
    expect((await fetched(repository)).found).toMatchObject({ kind: 'found', tip: tipOf(repository) });
  });

  test('keeps no address and no secret', async () => {
    const repository = commitTo(place('secret'), [{ date: day(1), files: { 'a.ts': '' } }]);
    const { mirror } = await fetched(repository);
    expect(readFileSync(path.join(mirror.folder, 'config'), 'utf8')).not.toContain(repository);
    const unreachable = openMirror(cache, 'http://anna:token@127.0.0.1:9/x.git').then((one) => fetchBranch(one, ''));
    await expect(unreachable).rejects.toThrow(Unreachable);
    await expect(unreachable).rejects.not.toThrow('token');
  });

  test('without commits is empty; with a tag alone, or under another branch, says what there is', async () => {
    const empty = place('empty');
    mkdirSync(empty);
    git(empty, 'init', '--quiet', '--bare', '.');
    expect((await fetched(empty)).found).toEqual({ kind: 'empty' });

    const tagged = commitTo(place('tagged'), [{ date: day(1), files: { 'a.ts': '' } }]);
    git(tagged, 'tag', 'v1', 'main');
    git(tagged, 'update-ref', '-d', 'refs/heads/main');
    expect((await fetched(tagged)).found).toEqual({ kind: 'no-branch', branches: [], tags: ['v1'] });

    const other = commitTo(place('other'), [{ date: day(1), files: { 'a.ts': '' }, branch: 'work' }]);
    expect((await fetched(other)).found).toMatchObject({ kind: 'found', branch: 'work' });
    commitTo(other, [{ date: day(1), files: { 'a.ts': '' }, branch: 'more' }]);
    expect((await fetched(other)).found).toEqual({ kind: 'no-branch', branches: ['more', 'work'], tags: [] });
    expect((await fetched(other, 'none')).found).toMatchObject({ kind: 'no-branch' });
    expect((await fetched(other, 'more')).found).toMatchObject({ kind: 'found', branch: 'more' });
  });

  test('with a branch called like an option is fetched like any other', async () => {
    const mark = place('mark');
    const name = `--upload-pack=touch$IFS${mark.replaceAll('/', '_')}`;
    const repository = commitTo(place('option'), [{ date: day(1), files: { 'a.ts': 'x' }, branch: name }]);
    const tree = await treeAt(repository, name);
    expect(tree.entries).toEqual([expect.objectContaining({ path: 'a.ts', kind: 'file' })]);
    expect(existsSync(mark)).toBe(false);
  });

  test('runs and follows nothing: hooks, filters, submodules, LFS, links', async () => {
    const mark = place('ran');
    const script = `#!/bin/sh\ntouch ${mark}\n`;
    const repository = commitTo(place('hostile'), [
      {
        date: day(1),
        files: {
          '.gitattributes': '* filter=evil\n*.ts filter=lfs diff=lfs merge=lfs -text\n',
          '.gitmodules': `[submodule "s"]\n\tpath = s\n\turl = ${folder}/grows\n\tupdate = !touch ${mark}\n`,
          '.lfsconfig': '[lfs]\n\turl = http://127.0.0.1:9/\n',
          'a.ts': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n',
          'link.ts': { link: '/etc/passwd' },
          'a\nb.ts': 'newline',
        },
      },
    ]);
    for (const hook of ['post-checkout', 'reference-transaction', 'post-update', 'pre-auto-gc', 'upload-pack']) {
      writeFileSync(path.join(repository, 'hooks', hook), script, { mode: 0o755 });
    }
    git(repository, 'config', 'filter.evil.smudge', `touch ${mark}`);
    git(repository, 'config', 'uploadpack.packObjectsHook', `touch ${mark}`);
    git(repository, 'config', 'core.fsmonitor', `touch ${mark}`);
    const tree = await treeAt(repository);
    const kinds = Object.fromEntries(tree.entries.map((entry) => [entry.path, entry.kind]));
    expect(kinds).toMatchObject({ 'a.ts': 'file', 'link.ts': 'link', 'a\nb.ts': 'file' });
    expect((await tree.read(['a.ts'], 1000)).get('a.ts')?.toString()).toContain('git-lfs');
    expect(existsSync(mark)).toBe(false);
    expect(readdirSync(cache).filter((name) => !name.endsWith('.git'))).toEqual([]);
  });

  test('with names that no file can have gives the others', async () => {
    const repository = commitTo(place('names'), [{ date: day(1), files: { 'good.ts': 'good' } }]);
    const input = (text: string | Buffer, ...args: string[]): string =>
      execFileSync('git', ['-C', repository, ...args], { input: text, encoding: 'utf8' }).trim();
    const blob = input('evil', 'hash-object', '-w', '--stdin');
    const inner = input(`100644 blob ${blob}\tx.ts\0`, 'mktree', '-z');
    const rows = [
      Buffer.from(`40000 ..\0`, 'latin1'),
      Buffer.from(inner, 'hex'),
      Buffer.from(`100644 bad\xff.ts\0`, 'latin1'),
      Buffer.from(blob, 'hex'),
      Buffer.from(`100644 good.ts\0`, 'latin1'),
      Buffer.from(blob, 'hex'),
    ];
    const tree = input(Buffer.concat(rows), 'hash-object', '-t', 'tree', '-w', '--literally', '--stdin');
    const commit = input('x', '-c', 'user.name=x', '-c', 'user.email=x@x', 'commit-tree', tree);
    git(repository, 'update-ref', 'refs/heads/main', commit);
    const source = await treeAt(repository);
    expect(source.entries.map((entry) => entry.path)).toEqual(['good.ts']);
  });

  test('gives no more bytes of a file than are asked for', async () => {
    const repository = commitTo(place('huge'), [
      {
        date: day(1),
        files: { 'huge.ts': Buffer.alloc(3_000_000, 'a'), 'small.ts': 'small', 'bytes.ts': Buffer.from([255, 0, 10]) },
      },
    ]);
    git(repository, 'config', 'uploadpack.allowFilter', 'true');
    const files = await (await treeAt(repository)).read(['huge.ts', 'small.ts', 'bytes.ts', 'none.ts'], 1000);
    expect(files.get('huge.ts')).toBeUndefined();
    expect(files.get('none.ts')).toBeUndefined();
    expect(files.get('small.ts')?.toString()).toBe('small');
    expect([...files.get('bytes.ts')!]).toEqual([255, 0, 10]);
  });

  test('that is broken is unreachable, which is no grade', async () => {
    const repository = commitTo(place('broken'), [{ date: day(1), files: { 'a.ts': 'x' } }]);
    for (const name of readdirSync(path.join(repository, 'objects'))) {
      execFileSync('rm', ['-rf', path.join(repository, 'objects', name)]);
    }
    mkdirSync(path.join(repository, 'objects'), { recursive: true });
    await expect(fetched(repository)).rejects.toThrow(Unreachable);
  });
});

test('a folder gives its files, and follows no link', async () => {
  const root = place('files');
  mkdirSync(path.join(root, 'src'), { recursive: true });
  writeFileSync(path.join(root, 'src', 'a.ts'), 'a');
  writeFileSync(Buffer.concat([Buffer.from(`${root}/src/bad`), Buffer.from([255]), Buffer.from('.ts')]), 'x');
  symlinkSync('/etc/passwd', path.join(root, 'src', 'link.ts'));
  symlinkSync('/etc', path.join(root, 'etc'));
  const source = filesOf(root);
  expect(source.entries).toEqual([
    { path: 'etc', kind: 'link' },
    { path: 'src/a.ts', kind: 'file' },
    { path: 'src/link.ts', kind: 'link' },
  ]);
  const files = await source.read(['src/a.ts', 'src/link.ts', 'etc/passwd'], 10);
  expect([...files.values()].map((content) => content?.toString())).toEqual(['a', undefined, undefined]);
});

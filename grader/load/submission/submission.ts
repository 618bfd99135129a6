import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from '../assignment/manifest.ts';
import { type FileProblem, maxFileBytes, textOf } from './file-text.ts';
import { misnamed } from './misnamed.ts';

export type { FileProblem } from './file-text.ts';

/** A file of a student's, by its name inside the submission, with `/` between folders. */
export type SubmittedFile = { readonly name: string; readonly digest: string } & (
  | { readonly text: string }
  | { readonly unreadable: FileProblem }
  /** Not there, but another that was probably meant to be called so. */
  | { readonly misnamed: string }
);

/** Counted from the top, folder by folder: what lies deepest is left out first, and never a file of a task. */
const maxFiles = 2000;

/**
 * The TypeScript files of a submission, and those provided files that a student did not hand in. Whatever lies in the
 * folder, this gives what can be read of it: one file's trouble is never another's.
 *
 * @param root what the caller named: links above it are the caller's own, those in it may not lead out of it
 */
export function readSubmission(
  folder: string,
  manifest: Pick<Manifest, 'provided' | 'tasks'>,
  providedFrom: string,
  root = folder,
): readonly SubmittedFile[] {
  const entriesOf = listings(folder);
  const asked = new Set([...manifest.tasks.map(({ file }) => file), ...manifest.provided]);
  const names = leadsOut(folder, root) ? [] : [...new Set([...asked, ...listFiles(entriesOf)])].sort(byCodeUnit);
  const files = names.flatMap((name) => readFile(folder, name, entriesOf) ?? misnamedIn(name, entriesOf));
  const present = new Set(files.flatMap((file) => ('misnamed' in file ? [] : [file.name])));
  const provided = manifest.provided.filter((name) => !present.has(name));
  const linked = leadsOut(folder, root) ? [...asked].filter((name) => !manifest.provided.includes(name)) : [];
  const fromProvided = listings(providedFrom);
  return [
    ...files.filter((file) => !('misnamed' in file && manifest.provided.includes(file.name))),
    ...linked.map((name): SubmittedFile => ({ name, digest: 'link', unreadable: 'link' })),
    ...provided.flatMap((name) => readFile(providedFrom, name, fromProvided) ?? []),
  ];
}

/** The order is the same under every locale. */
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A repository whose `src/` is a link to files that are not in it. */
function leadsOut(folder: string, root: string): boolean {
  try {
    return path.relative(realpathSync(root), realpathSync(folder)).startsWith('..');
  } catch {
    return false;
  }
}

/** What lies in a folder, by its path from the top. */
type EntriesOf = (folder: string) => readonly Dirent[];

function listFiles(entriesOf: EntriesOf): readonly string[] {
  const names: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined && names.length < maxFiles; folder = folders.shift()) {
    for (const entry of entriesOf(folder)) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.endsWith('.ts')) {
        if (!entry.name.endsWith('.d.ts')) names.push(name);
      } else if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) {
        folders.push(name);
      }
    }
  }
  return names.slice(0, maxFiles);
}

/** Each folder is read once, however many files are looked for in it. */
function listings(root: string): EntriesOf {
  const known = new Map<string, readonly Dirent[]>();
  return (folder) => {
    const entries = known.get(folder) ?? entriesIn(path.join(root, folder));
    known.set(folder, entries);
    return entries;
  };
}

/** Nothing, of a folder that is not there or may not be looked into. */
function entriesIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
  } catch {
    return [];
  }
}

const folderOf = (name: string): string => (name.includes('/') ? path.posix.dirname(name) : '');

/** Whether a folder has it by that very name: to macOS and Windows `Sigmoid.ts` is `sigmoid.ts`, to those who grade it is not. */
const isListed = (name: string, entriesOf: EntriesOf): boolean =>
  entriesOf(folderOf(name)).some((entry) => entry.name === path.basename(name));

function misnamedIn(name: string, entriesOf: EntriesOf): readonly SubmittedFile[] {
  const listed = entriesOf(folderOf(name)).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const found = misnamed(path.basename(name), listed);
  return found === undefined ? [] : [{ name, digest: 'missing', misnamed: found }];
}

/** Undefined where there is no such file: nor is one whose name is no text, for no import can mean it. */
function readFile(root: string, name: string, entriesOf: EntriesOf): SubmittedFile | undefined {
  const file = path.join(root, name);
  const unreadable = (problem: FileProblem): SubmittedFile => ({ name, digest: problem, unreadable: problem });
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined || !isListed(name, entriesOf)) return undefined;
    if (stats.isSymbolicLink()) return unreadable('link');
    if (!stats.isFile()) return unreadable('not-a-file');
    if (stats.size > maxFileBytes) return unreadable('too-large');
    const bytes = readFileSync(file);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const text = textOf(bytes);
    return typeof text === 'string' ? { name, digest, text } : { name, digest, ...text };
  } catch {
    return unreadable('not-readable');
  }
}

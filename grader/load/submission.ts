import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest.ts';

/** Why a file that is there cannot be a program. Keys of the message catalogue. */
export type FileProblem = 'link' | 'not-a-file' | 'not-readable' | 'too-large' | 'utf-16' | 'not-utf8';

/** A file of a student's, by its name inside the submission, with `/` between folders. */
export type SubmittedFile = { readonly name: string; readonly digest: string } & (
  | { readonly text: string }
  | { readonly unreadable: FileProblem }
);

const maxFileBytes = 256 * 1024;
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
  const asked = new Set([...manifest.tasks.map(({ file }) => file), ...manifest.provided]);
  const names = leadsOut(folder, root) ? [] : [...new Set([...asked, ...listFiles(folder)])].sort(byCodeUnit);
  const files = names.flatMap((name) => readFile(folder, name) ?? []);
  const present = new Set(files.map((file) => file.name));
  const provided = manifest.provided.filter((name) => !present.has(name));
  const linked = leadsOut(folder, root) ? [...asked].filter((name) => !manifest.provided.includes(name)) : [];
  return [
    ...files,
    ...linked.map((name): SubmittedFile => ({ name, digest: 'link', unreadable: 'link' })),
    ...provided.flatMap((name) => readFile(providedFrom, name) ?? []),
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

function listFiles(root: string): readonly string[] {
  const names: string[] = [];
  const folders = [''];
  for (let folder = folders.shift(); folder !== undefined && names.length < maxFiles; folder = folders.shift()) {
    for (const entry of entriesOf(path.join(root, folder))) {
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

/** Nothing, of a folder that is not there or may not be looked into. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name));
  } catch {
    return [];
  }
}

/** Undefined where there is no such file: nor is one whose name is no text, for no import can mean it. */
function readFile(root: string, name: string): SubmittedFile | undefined {
  const file = path.join(root, name);
  const unreadable = (problem: FileProblem): SubmittedFile => ({ name, digest: problem, unreadable: problem });
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
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

function textOf(bytes: Uint8Array): string | { readonly unreadable: FileProblem } {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Of plain text every other byte is zero then; of UTF-8, none.
  const start = bytes.subarray(0, 4096);
  const isWide = start.length > 1 && start.filter((byte) => byte === 0).length > start.length / 4;
  if (hasMark || isWide) return { unreadable: 'utf-16' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { unreadable: 'not-utf8' };
  }
}

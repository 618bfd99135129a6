import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Manifest } from './manifest.ts';

/** Why a file that is there cannot be a program. Keys of the message catalogue. */
export type FileProblem = 'link' | 'not-a-file' | 'too-large' | 'not-utf8';

/** A file of a student's, by its name inside the submission, with `/` between folders. */
export type SubmittedFile = { readonly name: string; readonly digest: string } & (
  | { readonly text: string }
  | { readonly unreadable: FileProblem }
);

const maxFileBytes = 256 * 1024;
const maxFiles = 200;
const maxFolders = 3;

/** The TypeScript files of a submission, and those provided files that a student did not hand in. */
export function readSubmission(folder: string, manifest: Manifest, providedFrom: string): readonly SubmittedFile[] {
  const files = listFiles(folder, '').map((name) => readFile(folder, name));
  const present = new Set(files.map((file) => file.name));
  const provided = manifest.provided.filter((name) => !present.has(name)).map((name) => readFile(providedFrom, name));
  return [...files, ...provided];
}

function listFiles(root: string, folder: string, depth = 0): string[] {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  // By code unit, so that the order is the same under every locale.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const names: string[] = [];
  for (const entry of entries) {
    const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const isProgram = entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts');
    if (isProgram) names.push(name);
    else if (
      entry.isDirectory() &&
      depth < maxFolders &&
      entry.name !== 'node_modules' &&
      !entry.name.startsWith('.')
    ) {
      names.push(...listFiles(root, name, depth + 1));
    }
    if (names.length > maxFiles) return names.slice(0, maxFiles);
  }
  return names;
}

function readFile(root: string, name: string): SubmittedFile {
  const file = path.join(root, name);
  const stats = lstatSync(file);
  if (stats.isSymbolicLink()) return { name, digest: 'link', unreadable: 'link' };
  if (!stats.isFile()) return { name, digest: 'not-a-file', unreadable: 'not-a-file' };
  if (stats.size > maxFileBytes) return { name, digest: 'too-large', unreadable: 'too-large' };
  const bytes = readFileSync(file);
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  try {
    return { name, digest, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, digest, unreadable: 'not-utf8' };
  }
}

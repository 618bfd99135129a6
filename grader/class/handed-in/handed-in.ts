import { createHash } from 'node:crypto';
import path from 'node:path';
import type { AttemptFile } from '../../gradebook/attempts.ts';
import type { Manifest } from '../../load/assignment/manifest.ts';
import { placesOf } from '../../load/submission/places.ts';
import { type Predictions, parsePredictions, predictionsFile } from '../../load/submission/predictions.ts';
import type { FileProblem, SubmittedFile } from '../../load/submission/submission.ts';
import { filesOf } from '../../repository/folder.ts';
import type { Content, Entry, Source } from '../../repository/tree.ts';

const maxFileBytes = 512 * 1024;
const maxFiles = 200;
const maxFolders = 3;
const mostListed = 8;

/** A submission as it was handed in: the programs in it, as bytes. */
export interface HandedIn {
  readonly files: readonly AttemptFile[];
  /** The folder of the handout in it, with `/` at its end; undefined where it holds the files alone. */
  readonly root: string | undefined;
}

/** What is looked for in a submission. */
export interface Sought {
  readonly slug: string;
  readonly manifest: Manifest;
  /** Whether no other assignment is graded, so that the files may lie in `src/` or by themselves. */
  readonly isOnlyOne: boolean;
}

/** The files that students write, each once. */
export const soughtFiles = ({ tasks }: Manifest): readonly string[] => [...new Set(tasks.map(({ file }) => file))];

/**
 * Finds the files of an assignment: in a repository, in a folder of its name, in `src/`, by themselves, or one of these in a
 * single folder, as an archive unpacks to. Gives the names that are there instead where none of them is.
 */
export async function findHandedIn(
  source: Source,
  sought: Sought,
): Promise<HandedIn | { readonly names: readonly string[] }> {
  const top = topOf(source.entries);
  const wrapper =
    top.length === 1 && source.entries.some(({ path: at }) => at.startsWith(`${top[0]}/`)) ? `${top[0]}/` : '';
  const known = new Map(source.entries.map((entry) => [entry.path, entry]));
  const wanted = soughtFiles(sought.manifest);
  for (const root of new Set(['', wrapper])) {
    const [inRepository, ...others] = placesOf(sought.slug, sought.isOnlyOne).map((place) => `${root}${place}`);
    const folder = [inRepository!, ...others].find((candidate) =>
      wanted.some((name) => known.has(`${candidate}${name}`)),
    );
    if (folder === undefined) continue;
    const entries = programsIn(source.entries, folder, sought.manifest);
    const contents = await source.read(
      entries.filter(({ kind }) => kind === 'file').map((entry) => entry.path),
      maxFileBytes,
    );
    const files = entries.map((entry) => fileOf(entry, entry.path.slice(folder.length), contents.get(entry.path)));
    return { files, root: folder === inRepository ? root : undefined };
  }
  return { names: top.length > mostListed ? [...top.slice(0, mostListed), '…'] : top };
}

/** What archives and systems leave beside what was packed is nobody's. */
const topOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.map((entry) => entry.path.split('/')[0]!).filter((name) => !/^\.|^__MACOSX$/.test(name))),
];

/** The programs of a student and their predictions, without the files that come with the assignment. */
const programsIn = (entries: readonly Entry[], folder: string, { provided }: Manifest): readonly Entry[] =>
  entries
    .filter(({ path: at }) => {
      const name = at.slice(folder.length);
      const folders = name.split('/').slice(0, -1);
      return (
        at.startsWith(folder) &&
        ((name.endsWith('.ts') && !name.endsWith('.d.ts')) || name === predictionsFile) &&
        folders.length <= maxFolders &&
        !folders.some((part) => part === 'node_modules' || part.startsWith('.')) &&
        !provided.includes(name)
      );
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .slice(0, maxFiles);

function fileOf({ kind }: Entry, name: string, content: Content): AttemptFile {
  const unreadable = (problem: FileProblem): AttemptFile => ({ name, digest: problem, content: undefined, problem });
  if (kind !== 'file') return unreadable(kind === 'link' ? 'link' : 'not-a-file');
  if (content === undefined) return unreadable('too-large');
  const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  return { name, digest, content, problem: isUtf8(content) ? undefined : 'not-utf8' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What a student expected; undefined where they handed in no file of it. */
export function predictionsIn(files: readonly AttemptFile[], { tasks }: Manifest): Predictions | undefined {
  const file = files.find(({ name }) => name === predictionsFile);
  if (file === undefined) return undefined;
  const ids = tasks.map(({ id }) => id);
  return file.content ? parsePredictions(file.content, ids) : { lines: {}, problem: { kind: 'unreadable' } };
}

/** Files as the engine takes them; those that come with the assignment are the assignment's own, whatever was handed in. */
export async function forEngine(
  files: readonly AttemptFile[],
  { provided }: Manifest,
  folder: string,
): Promise<readonly SubmittedFile[]> {
  const programs = files.filter(({ name }) => name !== predictionsFile);
  const own = programs.map(({ name, digest, content, problem }): SubmittedFile => {
    if (problem !== undefined || content === undefined) {
      return { name, digest, unreadable: (problem ?? 'too-large') as FileProblem };
    }
    return { name, digest, text: new TextDecoder('utf-8', { fatal: true }).decode(content) };
  });
  const contents = await filesOf(path.join(folder, 'src')).read(provided, maxFileBytes);
  const given = provided.flatMap((name): SubmittedFile[] => {
    const content = contents.get(name);
    if (content === undefined) return [];
    const digest = `sha256:${createHash('sha256').update(content).digest('hex')}`;
    return [{ name, digest, text: content.toString('utf8') }];
  });
  return [...own, ...given];
}

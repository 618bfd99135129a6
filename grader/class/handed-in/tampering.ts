import path from 'node:path';
import { digestOf, type Handout, handoutFile, knownDigests, parseHandout } from '../../handout/digests.ts';
import type { Manifest } from '../../load/assignment/manifest.ts';
import { filesOf } from '../../repository/folder.ts';
import type { Source } from '../../repository/tree.ts';
import type { Flag } from './outcome.ts';

const maxBytes = 4 * 1024 * 1024;

/** What was handed out, by path, with every digest that a file has had. */
export type Expected = ReadonlyMap<string, readonly string[]>;

/** Gives what this project hands out with the assignments and languages that a handout names, and somebody's variant. */
export type EditionOf = (handout: Handout, variant: string | null) => Expected;

/**
 * Files that students must not change, and that are not as they were handed out. They are held against the teacher's
 * handout, or what this project makes of the same assignments. What the student's own `handout.json` says is believed
 * in nothing: where it differs, that is said.
 */
export async function tampering(
  source: Source,
  root: string,
  own: { readonly slug: string; readonly manifest: Manifest; readonly folder: string },
  handout: Handout | null,
  editionOf: (theirs: Handout) => Expected,
): Promise<readonly Flag[]> {
  const prefix = `assignments/${own.slug}/src/`;
  const given = await filesOf(path.join(own.folder, 'src')).read(own.manifest.provided, maxBytes);
  const provided = [...given].flatMap(([name, content]): [string, readonly string[]][] =>
    content === undefined ? [] : [[`${prefix}${name}`, [digestOf(content)]]],
  );
  const theirs = handout === null ? await handoutIn(source, root) : undefined;
  const edition = handout ? expectedOf(handout) : theirs ? editionOf(theirs) : new Map<string, readonly string[]>();
  const expected: Expected = new Map([...edition, ...provided]);
  const present = new Set(source.entries.map((entry) => entry.path));
  const names = [...expected.keys()].filter((name) => present.has(`${root}${name}`));
  const contents = await source.read(
    names.map((name) => `${root}${name}`),
    maxBytes,
  );
  const isOurs = (name: string): boolean => {
    const content = contents.get(`${root}${name}`);
    return content !== undefined && expected.get(name)!.includes(digestOf(content));
  };
  const changed = names.filter((name) => !isOurs(name)).sort();
  // Changed alike in the file and in what handout.json says of it: another edition, or somebody was thorough.
  const isTheirs = (name: string): boolean => {
    const content = contents.get(`${root}${name}`);
    return content !== undefined && theirs?.files[name] === digestOf(content);
  };
  const other = changed.filter((name) => isTheirs(name) && !name.startsWith(prefix));
  const files = changed.filter((name) => !other.includes(name));
  return [
    ...(files.length > 0 ? [{ kind: 'tampered' as const, files }] : []),
    ...(other.length > 0 ? [{ kind: 'edition' as const, files: other }] : []),
  ];
}

export const expectedOf = (handout: Handout): Expected =>
  new Map(Object.keys(handout.files).map((name) => [name, knownDigests(handout, name)]));

async function handoutIn(source: Source, root: string): Promise<Handout | undefined> {
  const name = `${root}${handoutFile}`;
  if (!source.entries.some((entry) => entry.path === name && entry.kind === 'file')) return undefined;
  const content = (await source.read([name], maxBytes)).get(name);
  try {
    return content && parseHandout(content.toString('utf8'), name);
  } catch {
    // A file of a student's: data, however it is broken.
    return undefined;
  }
}

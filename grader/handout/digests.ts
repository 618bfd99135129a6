import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Language } from '../load/assignment/manifest.ts';
import { createValidator } from '../schema/validator.ts';
import isValid from './handout.schema.json?validator';

/** `handout.json`: what was handed out, and what of it students must not change. */
export interface Handout {
  readonly formatVersion: 1;
  readonly nabla: string;
  readonly assignments: readonly string[];
  /** Of the statements, the first for all that the handout prints; older handouts do not say. */
  readonly languages?: readonly Language[];
  /** Whether the workflows of GitHub Classroom are in it. */
  readonly workflow?: boolean;
  /** What must not be changed: path from the repository's root → digest. */
  readonly files: Readonly<Record<string, string>>;
  /** The rest, which students may change: path → digest as it was handed out. */
  readonly given?: Readonly<Record<string, string>>;
  /** Path → digests that earlier editions of this handout had there: who has that text still has changed nothing. */
  readonly earlier?: Readonly<Record<string, readonly string[]>>;
}

export const handoutFile = 'handout.json';

/** Of the text with line feeds alone: what git does to line ends on Windows is no change. */
export function digestOf(content: string | Buffer): string {
  const bytes = Buffer.from(content);
  const isText = !bytes.includes(0);
  const counted = isText ? bytes.toString('latin1').replaceAll('\r\n', '\n') : bytes.toString('latin1');
  return `sha256:${createHash('sha256').update(counted, 'latin1').digest('hex')}`;
}

const validate = createValidator<Handout>(isValid, 'bad-handout');

/** The handout that a text describes. `file` is what to call it. Throws `bad-handout`. */
export const parseHandout = (text: string, file: string): Handout => validate(text, file);

/** A handout as its file has it. */
export const handoutText = (handout: Handout): string => `${JSON.stringify(handout, null, 2)}\n`;

/** The handout that a folder is, or undefined where it is none. Throws `bad-handout`. */
export function readHandout(root: string): Handout | undefined {
  const file = path.join(root, handoutFile);
  return existsSync(file) ? parseHandout(readFileSync(file, 'utf8'), file) : undefined;
}

/** All digests that a file of the handout has had, the newest first; none where it never was in it. */
export const knownDigests = ({ files, given = {}, earlier = {} }: Handout, name: string): readonly string[] =>
  [files[name], given[name], ...(earlier[name] ?? [])].filter((digest) => digest !== undefined);

/**
 * The files in a student's repository that must not be changed, and are: their text is none that was ever handed out, or
 * something else lies in their place. A file that is absent is not changed: classrooms themselves remove some.
 */
export const tamperedFiles = (handout: Handout, repository: string): readonly string[] =>
  Object.keys(handout.files).filter((name) => isChanged(path.join(repository, name), knownDigests(handout, name)));

const maxBytes = 4 * 1024 * 1024;

function isChanged(file: string, known: readonly string[]): boolean {
  const stats = statsOf(file);
  if (stats === undefined) return false;
  return !stats.isFile() || stats.size > maxBytes || !known.includes(digestOf(readFileSync(file)));
}

/** Of the thing itself, no link followed; undefined where there is none, or a file stands in the place of a folder. */
export function statsOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** `next`, which also knows what `before` had handed out. */
export function remembering(next: Handout, before: Handout): Handout {
  const names = new Set([before.files, before.given ?? {}, before.earlier ?? {}].flatMap(Object.keys));
  const earlier = [...names].sort().flatMap((name) => {
    const current = next.files[name] ?? next.given?.[name];
    const digests = [...new Set(knownDigests(before, name))].filter((digest) => digest !== current);
    return digests.length > 0 ? [[name, digests] as const] : [];
  });
  return earlier.length > 0 ? { ...next, earlier: Object.fromEntries(earlier) } : next;
}

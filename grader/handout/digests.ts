import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createValidator } from '../schema/validator.ts';
import isValid from './handout.schema.json?validator';

/** `handout.json`: what was handed out, and what of it students must not change. */
export interface Handout {
  readonly formatVersion: 1;
  readonly nabla: string;
  readonly assignments: readonly string[];
  /** Path from the repository's root → digest. */
  readonly files: Readonly<Record<string, string>>;
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

/** The handout that a folder is, or undefined where it is none. Throws `bad-handout`. */
export function readHandout(root: string): Handout | undefined {
  const file = path.join(root, handoutFile);
  return existsSync(file) ? validate(readFileSync(file, 'utf8'), file) : undefined;
}

/** The files in a student's repository that are not what was handed out: changed, removed, or no files at all. */
export const tamperedFiles = ({ files }: Handout, repository: string): readonly string[] =>
  Object.entries(files)
    .filter(([name, digest]) => !isAsHandedOut(path.join(repository, name), digest))
    .map(([name]) => name);

const maxBytes = 4 * 1024 * 1024;

function isAsHandedOut(file: string, digest: string): boolean {
  const stats = lstatSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size <= maxBytes && digestOf(readFileSync(file)) === digest;
}

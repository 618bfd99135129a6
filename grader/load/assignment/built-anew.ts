import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NablaError } from '../../errors.ts';
import { areUnchanged } from './stamps.ts';

/** `grader/build/assignment/one-assignment.mjs`, which lies beside what is built and knows esbuild. */
interface Builder {
  readonly buildOne: (slug: string, folder: string, place: string) => Promise<string>;
}

interface Noted {
  readonly folder: string;
  readonly stamps: Readonly<Record<string, string>>;
}

const building = new Map<string, Promise<string>>();

/** What builds an assignment by itself. */
export const builderIn = (grader: string): string =>
  path.join(grader, 'grader', 'build', 'assignment', 'one-assignment.mjs');

/** The folder that an assignment was built to before; undefined where a source of it has changed since. */
export function builtBefore(slug: string, place: string): string | undefined {
  const noted = notedIn(path.join(place, `${slug}.json`));
  return noted !== undefined && areUnchanged(noted.stamps, place) ? path.join(place, noted.folder) : undefined;
}

/** The folder of what an assignment is built to, once in a process. Throws `bad-assignment`. */
export function builtAnew(grader: string, slug: string, source: string, place: string): Promise<string> {
  const known = building.get(source) ?? build(grader, slug, source, place);
  building.set(source, known);
  return known;
}

async function build(grader: string, slug: string, source: string, place: string): Promise<string> {
  const { buildOne } = (await import(pathToFileURL(builderIn(grader)).href)) as Builder;
  try {
    return await buildOne(slug, source, place);
  } catch (error) {
    throw new NablaError('bad-assignment', 'broken-assignment', { reason: (error as Error).message });
  }
}

function notedIn(file: string): Noted | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Noted;
  } catch {
    return undefined;
  }
}

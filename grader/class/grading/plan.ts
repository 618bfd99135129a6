import { createHash } from 'node:crypto';
import path from 'node:path';
import type { HasVariant } from '../../handout/variant-list.ts';
import { readManifest } from '../../load/assignment/manifest.ts';
import { deadlineOf, type Extensions } from '../deadlines.ts';
import type { ClassOptions, Entry } from '../handed-in/entry.ts';
import { parseMoment } from '../moment.ts';
import type { Person } from '../people.ts';

export interface PlanRequest {
  readonly people: readonly Person[];
  readonly assignments: readonly string[];
  readonly everybody: number | null;
  readonly extensions: Extensions;
  /** Who has which variant; lists of several assignments may be mixed. */
  readonly variants: readonly HasVariant[];
}

/** An entry for each student in each assignment, in the roster's order. Throws `bad-manifest`, `usage`. */
export function planEntries({ people, assignments, everybody, extensions, variants }: PlanRequest): readonly Entry[] {
  const folders = new Map(variants.map(({ folder }) => [folder, readManifest(folder)]));
  const variantOf = (student: string, slug: string, wanted: string): string | null => {
    const own = variants.filter(({ folder }) => folders.get(folder)!.id === slug);
    const byStudent = own.find((one) => one.student.toLowerCase() === student.toLowerCase());
    const byId = own.find(({ folder }) => wanted !== '' && folders.get(folder)!.variant?.id === wanted);
    return (byStudent ?? byId)?.folder ?? null;
  };
  return people.flatMap((person, position) =>
    assignments.map((assignment): Entry => {
      const { id: student, name, email, source } = person;
      return {
        position,
        student,
        name,
        email,
        assignment,
        source,
        due: deadlineOf(student, assignment, { everybody, extensions }, person.due),
        pushed: person.pushed === '' ? null : parseMoment(person.pushed, student),
        variant: variantOf(student, assignment, person.variant),
      };
    }),
  );
}

/**
 * One value for a run's options and entries, without the seed, by which it is found again when it is resumed or merged.
 * Folders are taken as they lie from where the call was typed: another machine has them elsewhere.
 */
export function fingerprintOf(
  { seed: _, shard: __, ...options }: ClassOptions,
  entries: readonly Entry[],
  standing: string,
): string {
  const relative = (folder: string): string => (path.isAbsolute(folder) ? path.relative(standing, folder) : folder);
  const anywhere = entries.map(({ source, variant, ...entry }) => ({
    ...entry,
    source:
      source.kind === 'folder'
        ? relative(source.folder)
        : source.kind === 'repository'
          ? [relative(source.address), source.branch]
          : '',
    variant: variant && relative(variant),
  }));
  return createHash('sha256')
    .update(JSON.stringify([options, anywhere]))
    .digest('hex');
}

/** The entries of one of several shards: every n-th student, so that each has as much to do. */
export const inShard = (entries: readonly Entry[], shard: ClassOptions['shard']): readonly Entry[] =>
  shard === null ? entries : entries.filter(({ position }) => position % shard.of === shard.index - 1);

import { statSync } from 'node:fs';
import path from 'node:path';
import { type Extensions, readExtensions } from '../../class/deadlines.ts';
import { planEntries } from '../../class/grading/plan.ts';
import type { Entry, RosterTable } from '../../class/handed-in/entry.ts';
import { soughtFiles } from '../../class/handed-in/handed-in.ts';
import { parseMoment } from '../../class/moment.ts';
import { peopleOf } from '../../class/people.ts';
import { NablaError } from '../../errors.ts';
import { readVariantList } from '../../handout/variant-list.ts';
import { readManifest } from '../../load/assignment/manifest.ts';
import { ownPlaces } from '../../load/submission/places.ts';
import { filesOf } from '../../repository/folder.ts';
import { parseColumns } from '../../roster/columns.ts';
import type { Encoding } from '../../roster/decode.ts';
import { type Roster, readRoster } from '../../roster/roster.ts';

/** What a class is read from, as typed. */
export interface SourceOptions {
  readonly sources: readonly string[];
  readonly due: string | undefined;
  readonly extensions: string | undefined;
  readonly variants: readonly string[];
  readonly columns: readonly string[];
  readonly encoding: Encoding | undefined;
}

export interface ClassSources {
  readonly rosters: readonly Roster[];
  readonly entries: readonly Entry[];
  readonly tables: readonly RosterTable[];
  readonly withSecrets: ReadonlyMap<string, string>;
  readonly strangers: readonly string[];
  readonly everybody: number | null;
}

/** Reads rosters, folders, extensions and variants; nothing else is done yet. Throws `usage`, `bad-roster`. */
export function readSources(
  root: string,
  slugs: readonly string[],
  options: SourceOptions,
  standing: string,
): ClassSources {
  const inFolder = (file: string): string => path.resolve(standing, file);
  if (options.sources.length === 0) throw new NablaError('usage', 'no-sources');
  const given = options.sources.map((source) => {
    const stats = statSync(inFolder(source), { throwIfNoEntry: false });
    if (stats === undefined) throw new NablaError('usage', 'no-source', { source });
    return { file: inFolder(source), isFolder: stats.isDirectory() };
  });
  const columns = parseColumns(options.columns);
  const rosters = given
    .filter(({ isFolder }) => !isFolder)
    .map(({ file }) => readRoster(file, { columns, encoding: options.encoding }));
  const folders = given.filter(({ isFolder }) => isFolder).map(({ file }) => file);
  const files = new Set(slugs.flatMap((slug) => soughtFiles(readManifest(path.join(root, 'assignments', slug)))));
  const { people, withSecrets, strangers } = peopleOf(rosters, folders, (folder) => isSubmission(folder, slugs, files));
  const everybody = options.due === undefined ? null : parseMoment(options.due, '--due');
  const extensions: Extensions =
    options.extensions === undefined ? new Map() : readExtensions(inFolder(options.extensions));
  checkKnown(
    people.map(({ id }) => id),
    [...extensions.keys()],
  );
  const variants = options.variants.flatMap((file) => readVariantList(inFolder(file)));
  const entries = planEntries({ people, assignments: slugs, everybody, extensions, variants });
  const tables = rosters.flatMap(({ system, columns: found, rows }): RosterTable[] =>
    system === undefined || rows.length === 0 ? [] : [{ system, idColumn: found.get('id') ?? '', rows }],
  );
  return { rosters, entries, tables, withSecrets, strangers, everybody };
}

/** A folder that holds files of an assignment where one has them, not deeper. */
function isSubmission(folder: string, slugs: readonly string[], files: ReadonlySet<string>): boolean {
  const places = ['', 'src/', ...slugs.flatMap(ownPlaces)];
  const entries = new Set(filesOf(folder, 4).entries.map((entry) => entry.path));
  return places.some((place) => [...files].some((name) => entries.has(`${place}${name}`)));
}

/** An extension for nobody is a mistake in writing. Throws `bad-roster`. */
function checkKnown(ids: readonly string[], extended: readonly string[]): void {
  const known = new Set(ids.map((id) => id.toLowerCase()));
  const unknown = extended.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new NablaError('bad-roster', 'extension-unknown', { students: unknown });
}

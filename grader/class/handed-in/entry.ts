import type { Handout } from '../../handout/digests.ts';
import type { LateRule } from '../late-rule.ts';

/** Where a student's files are. An address has no secrets in it: it is stored. */
export type EntrySource =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'repository'; readonly address: string; readonly branch: string }
  | { readonly kind: 'none' };

/** One student in one assignment, and all that has to be known to grade them, on any machine and again. */
export interface Entry {
  /** The place in the class, counted from 0, over all shards. */
  readonly position: number;
  readonly student: string;
  readonly name: string;
  readonly email: string;
  readonly assignment: string;
  readonly source: EntrySource;
  /** The student's own deadline, milliseconds; null for none. */
  readonly due: number | null;
  /** When the platform received the last push, milliseconds. */
  readonly pushed: number | null;
  /** The variant's folder; null for the lecture's own. */
  readonly variant: string | null;
}

/** Which submission counts when there are several. */
export const keepChoices = ['last', 'best'] as const;
export type Keep = (typeof keepChoices)[number];

/** A table that was a roster, so that it can be filled in and handed back. */
export interface RosterTable {
  readonly system: string;
  readonly idColumn: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a run was asked for: with the entries, all that its results follow from. */
export interface ClassOptions {
  readonly assignments: readonly string[];
  readonly seed: number;
  readonly late: LateRule | null;
  readonly keep: Keep;
  readonly language: 'en' | 'ru';
  readonly sandbox: 'local' | 'strict';
  /** Digests of the files of the handout that students must not change, by path, and those of earlier editions. */
  readonly handout: (Pick<Handout, 'files'> & { readonly earlier: NonNullable<Handout['earlier']> }) | null;
  readonly tables: readonly RosterTable[];
  readonly shard: { readonly index: number; readonly of: number } | null;
}

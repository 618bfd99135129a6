import { existsSync, readFileSync } from 'node:fs';
import { createValidator } from '../schema/validator.ts';
import isValid from './progress.schema.json?validator';

/** What a student has seen, by `SLUG/TASK`. */
export interface HintProgress {
  readonly formatVersion: 1;
  /** How many hints. */
  readonly seen: Readonly<Record<string, number>>;
  /** Which mistakes were explained last. */
  readonly explained: Readonly<Record<string, readonly string[]>>;
}

/** What has been seen of one task. */
export interface Seen {
  readonly level: number;
  readonly mistakes: readonly string[];
}

const none: HintProgress = { formatVersion: 1, seen: {}, explained: {} };
const validate = createValidator<HintProgress>(isValid, 'bad-catalogue');

/** Reads the saved progress; empty if the file is missing or damaged, since seeing a hint again does no harm. */
export function readProgress(file: string): HintProgress {
  if (!existsSync(file)) return none;
  try {
    return validate(readFileSync(file, 'utf8'), file);
  } catch {
    return none;
  }
}

export const seenOf = ({ seen, explained }: HintProgress, task: string): Seen => ({
  level: own(seen, task) ?? 0,
  mistakes: own(explained, task) ?? [],
});

export const withSeen = ({ seen, explained }: HintProgress, task: string, { level, mistakes }: Seen): HintProgress => ({
  formatVersion: 1,
  seen: { ...seen, [task]: level },
  explained: { ...explained, [task]: mistakes },
});

/** A task may be called `toString`. */
const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

import { existsSync, readFileSync } from 'node:fs';
import { createValidator } from '../schema/validator.ts';
import isValid from './progress.schema.json?validator';

/** How many hints of each task a student has seen, by `SLUG/TASK`. */
export interface HintProgress {
  readonly formatVersion: 1;
  readonly seen: Readonly<Record<string, number>>;
}

const none: HintProgress = { formatVersion: 1, seen: {} };
const validate = createValidator<HintProgress>(isValid, 'bad-catalogue');

/** What was noted, or nothing where the note is not there or is damaged: to see a hint again does no harm. */
export function readProgress(file: string): HintProgress {
  if (!existsSync(file)) return none;
  try {
    return validate(readFileSync(file, 'utf8'), file);
  } catch {
    return none;
  }
}

export const seenOf = ({ seen }: HintProgress, task: string): number =>
  Object.hasOwn(seen, task) ? (seen[task] ?? 0) : 0;

export const withSeen = ({ seen }: HintProgress, task: string, level: number): HintProgress => ({
  formatVersion: 1,
  seen: { ...seen, [task]: level },
});

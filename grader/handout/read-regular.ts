import { readFileSync } from 'node:fs';
import { statsOf } from './digests.ts';

/** The bytes of a file; undefined where there is none, or something else of that name. */
export function readRegular(file: string): Buffer | undefined {
  return statsOf(file)?.isFile() ? readFileSync(file) : undefined;
}

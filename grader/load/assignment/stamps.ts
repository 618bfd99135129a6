import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stampOf } from '../../build/assignment/stamp.mjs';

/** Whether the files that a build has noted, each as seen from `base`, are of the size and time that they had then. */
export function isUnchanged(noted: string, base: string): boolean {
  try {
    return areUnchanged(JSON.parse(readFileSync(noted, 'utf8')) as Readonly<Record<string, string>>, base);
  } catch {
    return false;
  }
}

export const areUnchanged = (stamps: Readonly<Record<string, string>>, base: string): boolean =>
  Object.entries(stamps).every(([file, stamp]) => stampOf(path.join(base, file)) === stamp);

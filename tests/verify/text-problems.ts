import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ProvableAssignment } from '../../grader/load/assignment/grading.ts';
import type { Manifest } from '../../grader/load/assignment/manifest.ts';
import { textsPoint } from '../../grader/verify/points/texts.ts';
import type { Problem } from '../../grader/verify/verification.ts';
import { rewrite, tinyAssignment } from './tiny.ts';

/** What is found in the tiny assignment after a change. */
export const found = (change: (tiny: ProvableAssignment) => ProvableAssignment): readonly string[] => {
  const { problems } = textsPoint(change(tinyAssignment()));
  return problems.map(({ code, where, values }: Problem) => [code, where, ...Object.values(values)].join(' '));
};

/** A change of the files, which leaves the assignment itself as it is. */
export const inFolder =
  (change: (tiny: ProvableAssignment) => void) =>
  (tiny: ProvableAssignment): ProvableAssignment => {
    change(tiny);
    return tiny;
  };

export const replaced = (file: string, from: string | RegExp, to: string) =>
  inFolder((tiny) =>
    rewrite(tiny, file, (text) => {
      const changed = text.replace(from, to);
      if (changed === text) throw new Error(`nothing of ${file} was changed`);
      return changed;
    }),
  );

export const removed = (file: string) => inFolder(({ folder }) => rmSync(path.join(folder, file)));

export const withManifest = (change: (manifest: Manifest) => Partial<Manifest>) => (tiny: ProvableAssignment) => ({
  ...tiny,
  manifest: { ...tiny.manifest, ...change(tiny.manifest) },
});

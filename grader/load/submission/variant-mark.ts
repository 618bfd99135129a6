import type { SubmittedFile } from './submission.ts';

/** What the stubs of a variant begin with. */
const mark = /^\uFEFF?\/\/ Variant ([0-9a-f]{8})\b/;

/** The variant that files say they were handed out for; undefined where they do not say it, or not all the same. */
export function variantMark(files: readonly SubmittedFile[]): string | undefined {
  const [first, ...others] = new Set(
    files.flatMap((file) => ('text' in file ? (mark.exec(file.text)?.[1] ?? []) : [])),
  );
  return others.length === 0 ? first : undefined;
}

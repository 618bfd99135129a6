/** What the one-file grader carries, and where it lies; see `grader/handout/one-file.ts`. */
interface Embedded {
  readonly folder: string;
  readonly load: (slug: string) => unknown;
}

declare const embedded: Embedded;

export const builtFolder = (): string => embedded.folder;

/** The grading of an assignment that this file carries; no handout has a proof. */
export const importBuilt = async (
  _root: string,
  kind: 'assignments' | 'proofs' | 'variants',
  slug: string,
): Promise<unknown> => (kind === 'assignments' ? embedded.load(slug) : undefined);

import headings from './headings.json' with { type: 'json' };
import exported from './known-exports.json' with { type: 'json' };

/** What a column of a roster can be taken for. */
export const roles = [
  'id',
  'name',
  'firstName',
  'lastName',
  'email',
  'repository',
  'branch',
  'variant',
  'due',
  'pushed',
] as const;
export type Role = (typeof roles)[number];

/** What a column of another table of a class may be: one of extensions, or Moodle's worksheet. */
type OtherRole = 'assignment' | 'grade' | 'feedback' | 'maximum';

/** Headings that differ in case, blanks, hyphens or bracketed additions alone are the same. */
export const normal = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/\(.*?\)/g, ' ')
    .replace(/[\s_\-–/.:]+/g, ' ')
    .trim();

/** What columns are called outside of the known exports: English, German, Russian. Normalized. */
export const words: Readonly<Record<Role | OtherRole, readonly string[]>> = headings;

/** Where the first column stands that serves for something; −1 where there is none. */
export const columnOf = (role: Role | OtherRole, head: readonly string[]): number =>
  head.findIndex((heading) => words[role].includes(normal(heading)));

/** An export that is known by its columns: which headings tell it, and which column serves for what. Normalized. */
export interface Export {
  readonly system: string;
  readonly tells: readonly string[];
  /** The first of these columns in which every student has an entry. */
  readonly id: readonly string[];
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

/** The more particular one first. */
export const knownExports: readonly Export[] = exported;

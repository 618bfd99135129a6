import type { AssignmentWords, Messages } from '../catalogue/catalogue.ts';
import type { Language, Manifest } from '../load/assignment/manifest.ts';

/** A part of a statement: text, or what it asks of one task. Both as HTML of ours. */
export type StatementPart =
  | { readonly kind: 'text'; readonly html: string }
  | { readonly kind: 'task'; readonly task: string; readonly title: string; readonly html: string };

/** All that a page says of its assignment in one language. */
export interface PageTexts {
  readonly title: string;
  readonly statement: readonly StatementPart[];
  /** What the grader says beside a result. */
  readonly said: Said;
  /** The hints of each task, from the first nudge on, as HTML of ours. */
  readonly hints: Readonly<Record<string, readonly string[]>>;
}

/** The grader's own words that a page shows. */
export type Said = Pick<Messages, 'status' | 'report' | 'walk' | 'measured'>;

/** What a page is made with. */
export interface PageData {
  readonly manifest: Manifest;
  /** Where the files lie in a handout: `assignments/SLUG/src/`. */
  readonly folder: string;
  /** The files as they were handed out. */
  readonly stubs: Readonly<Record<string, string>>;
  readonly languages: readonly Language[];
  readonly words: Readonly<Partial<Record<Language, AssignmentWords>>>;
  readonly texts: Readonly<Partial<Record<Language, PageTexts>>>;
  /** Whether there is something to play with. */
  readonly hasFigure: boolean;
  /** The formulas of explanations, in LaTeX, as MathML. */
  readonly formulas: Readonly<Record<string, string>>;
  /** The script of a student's worker. */
  readonly harness: string;
}

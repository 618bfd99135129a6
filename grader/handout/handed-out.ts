import type { Language, Manifest } from '../load/assignment/manifest.ts';

/**
 * Whose a file is once it has been handed out: `fixed` must not be changed, `given` may be changed and seldom is, `stub` is
 * what students write in.
 */
export type Role = 'fixed' | 'given' | 'stub';

/** A file of a handout: its path from the root with `/`, its content, and whose it is. */
export interface HandoutFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly role: Role;
  /** Whether it is a program that is called by its name. */
  readonly isExecutable?: true;
}

/** One language or several; what the handout prints and runs is in the first. */
export type Languages = readonly [Language, ...Language[]];

/** What a handout is made of. */
export interface Edition {
  readonly handed: readonly HandedOut[];
  /** Of the statements. */
  readonly languages: Languages;
  /** The one-file grader. */
  readonly grader: string;
  readonly version: string;
  /** Whether GitHub Classroom's workflows are in it: elsewhere the class's own runner does the job. */
  readonly hasWorkflow: boolean;
  /** The pages that open the assignments in a browser. */
  readonly pages?: readonly HandoutFile[];
}

/** What one assignment hands out, as it lies on the disk. */
export interface HandedOut {
  readonly folder: string;
  readonly manifest: Manifest;
}

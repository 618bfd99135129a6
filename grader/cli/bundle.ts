import path from 'node:path';
import { fill, messagesIn } from '../catalogue/catalogue.ts';
import { type BundleKind, bundleFiles } from '../handout/bundle.ts';
import { handoutFiles } from '../handout/files.ts';
import { writeFolder } from '../handout/write-folder.ts';
import { projectRoot } from '../load/grading.ts';
import type { Language } from '../load/manifest.ts';
import type { Terminal } from './check.ts';
import { graderFor, handedOut } from './handout.ts';
import { version } from './version.ts';

export interface BundleCommand {
  readonly kind: BundleKind;
  readonly slugs: readonly string[];
  /** Those of the handout: its digests are of the files that students got. */
  readonly languages: readonly Language[];
  readonly out: string | undefined;
  readonly language: Language;
}

/** `nabla bundle`: what a teacher uploads for a class to be graded. */
export async function bundle({ kind, slugs, languages, out, language }: BundleCommand, terminal: Terminal): Promise<0> {
  const root = projectRoot();
  const handed = handedOut(root, slugs);
  const files = handoutFiles(handed, languages, graderFor(root, handed), version);
  const ids = handed.map(({ manifest }) => manifest.id);
  const folder = path.resolve(terminal.folder, out ?? kind);
  await writeFolder(folder, bundleFiles(kind, files, ids));
  const shown = path.relative(terminal.folder, folder) || '.';
  terminal.out(`${fill(messagesIn(language).handout.bundled, { folder: shown })}\n`);
  return 0;
}

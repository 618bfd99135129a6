import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { fill, messagesIn } from '../../../catalogue/catalogue.ts';
import { NablaError } from '../../../errors.ts';
import { type BundleKind, bundleFiles, type ClassVariants } from '../../../handout/classroom/bundle.ts';
import { handoutFile, handoutText, parseHandout, readHandout, remembering } from '../../../handout/digests.ts';
import type { HandoutFile, Languages } from '../../../handout/handed-out.ts';
import { readVariantList } from '../../../handout/variant-list.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { spokenByAny } from '../../../load/spoken-file.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { handedOut } from './handed-out.ts';
import { checkLoads, editionOf, graderFor } from './handout.ts';

export interface BundleCommand {
  readonly kind: BundleKind;
  readonly slugs: readonly string[];
  /** Those of the handout: its digests are of the files that students got. */
  readonly languages: Languages;
  readonly out: string | undefined;
  /** The folder of the variant that the class has. */
  readonly variant: string | undefined;
  /** The list of who has which. */
  readonly variants: string | undefined;
  /** An earlier bundle or handout of the same class. */
  readonly earlier: string | undefined;
  readonly language: Language;
}

/** More than this Classroom 50 does not fetch. */
const maxBytes = 10e6;

/** `nabla bundle`: what a teacher uploads for a class to be graded. */
export async function bundle(command: BundleCommand, terminal: Terminal): Promise<0> {
  const { kind, slugs, languages, out, language } = command;
  const { handout: words } = messagesIn(language);
  const root = projectRoot();
  const inFolder = (file: string): string => path.resolve(terminal.folder, file);
  const earlier = command.earlier === undefined ? undefined : earlierIn(inFolder(command.earlier));
  const own = handedOut(root, slugs);
  const [spoken] = spokenByAny(
    own.map(({ manifest }) => manifest),
    languages,
  );
  await checkLoads(root, own);
  const grader = graderFor(root, own);
  const edition = (variant?: string, name = ''): readonly HandoutFile[] => {
    const files = editionOf(root, handedOut(root, slugs, variant), languages, true, grader);
    return earlier ? rememberingIn(files, earlier, name) : files;
  };
  const handout = edition(command.variant === undefined ? undefined : inFolder(command.variant));
  const variants = command.variants === undefined ? undefined : variantsOf(inFolder(command.variants), edition);
  const files = bundleFiles({ kind, handout, slugs, language: spoken, variants });
  const size = files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0);
  if (kind === 'classroom50' && size > maxBytes) {
    throw new NablaError('usage', 'bundle-too-large', { size: (size / 1e6).toFixed(1) });
  }
  const folder = inFolder(out ?? kind);
  await writeFolder(folder, files);
  terminal.out(`${fill(words.bundled, { folder: path.relative(terminal.folder, folder) || '.' })}\n`);
  return 0;
}

/** Each variant once, whoever has it. */
function variantsOf(file: string, edition: (variant: string, name: string) => readonly HandoutFile[]): ClassVariants {
  const students = readVariantList(file);
  const names = new Map(students.map(({ folder }) => [folder, path.basename(folder)]));
  return {
    of: Object.fromEntries(students.map(({ student, folder }) => [student, names.get(folder) ?? ''])),
    handouts: Object.fromEntries([...names].map(([folder, name]) => [name, edition(folder, name)])),
  };
}

/** The folder of an earlier bundle or handout. */
function earlierIn(folder: string): string {
  if (existsSync(path.join(folder, handoutFile)) && statSync(folder).isDirectory()) return folder;
  throw new NablaError('usage', 'no-earlier-handout', { folder, file: handoutFile });
}

/** The files, with a `handout.json` that knows what the earlier one had; `variant` names that of a bundle with several. */
function rememberingIn(files: readonly HandoutFile[], earlier: string, variant: string): readonly HandoutFile[] {
  const before =
    readHandout(variant === '' ? earlier : path.join(earlier, 'variants', variant)) ?? readHandout(earlier);
  return files.map((file) => {
    if (file.name !== handoutFile || before === undefined) return file;
    const next = parseHandout(file.content.toString(), handoutFile);
    return { ...file, content: handoutText(remembering(next, before)) };
  });
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import { type HandedOut, type HandoutFile, handoutFiles } from '../../handout/files.ts';
import { oneFile } from '../../handout/one-file.ts';
import { checkIsEmpty, commitAll, push } from '../../handout/repository.ts';
import { writeFolder } from '../../handout/write-folder.ts';
import { projectRoot } from '../../load/grading.ts';
import { type Language, readManifest } from '../../load/manifest.ts';
import { knownIn } from '../known.ts';
import { parseTargets } from '../targets.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

export type Languages = readonly [Language, ...Language[]];

export interface HandoutCommand {
  readonly slugs: readonly string[];
  readonly languages: Languages;
  readonly out: string;
  readonly push: string | undefined;
  /** The folder of a variant, to be handed out in the place of the assignment whose id it has. */
  readonly variant: string | undefined;
  readonly hasWorkflow: boolean;
  readonly language: Language;
}

/** The assignments that were asked for, each with its manifest; a variant stands in for the one whose id it has. */
export function handedOut(root: string, slugs: readonly string[], variant?: string): readonly HandedOut[] {
  if (slugs.length === 0) throw new NablaError('usage', 'no assignment was named', 'See: npm run handout -- --help');
  const other = variant === undefined ? undefined : { folder: variant, manifest: readManifest(variant) };
  const handed = parseTargets(slugs, knownIn(root)).map(({ slug, tasks }) => {
    if (tasks.length > 0) throw new NablaError('usage', `"${slug}/${tasks[0]}" is a task`, 'Name an assignment.');
    const folder = path.join(root, 'assignments', slug);
    return other?.manifest.id === slug ? other : { folder, manifest: readManifest(folder) };
  });
  if (other && !handed.includes(other)) {
    throw new NablaError('usage', `${variant} is a variant of ${other.manifest.id}`, 'Name that assignment too.');
  }
  return handed;
}

/** The one-file grader for some assignments. */
export function graderFor(root: string, handed: readonly HandedOut[]): string {
  const part = (name: string): [string, string] => {
    try {
      return [name, readFileSync(path.join(root, 'dist', 'parts', `${name}.cjs`), 'utf8')];
    } catch {
      throw new NablaError('not-built', `${name} has not been built`, 'Run: npm run build');
    }
  };
  const parts = Object.fromEntries(['core', ...handed.map(({ manifest }) => manifest.id)].map(part));
  return oneFile(parts, version, { en: messagesIn('en').cli.oldNode, ru: messagesIn('ru').cli.oldNode });
}

/** All files of a handout of these assignments, with this project's grader. */
export function editionOf(
  root: string,
  handed: readonly HandedOut[],
  languages: Languages,
  hasWorkflow: boolean,
  grader = graderFor(root, handed),
): readonly HandoutFile[] {
  return handoutFiles({ handed, languages, grader, version, hasWorkflow });
}

/** What a commit of these assignments is called. */
export const titleOf = (handed: readonly HandedOut[]): string =>
  handed.map(({ manifest }) => manifest.title.en ?? manifest.id).join(', ');

/** `nabla handout`: the repository that students get. */
export async function handout(command: HandoutCommand, terminal: Terminal): Promise<0> {
  const { language, languages, slugs, hasWorkflow } = command;
  const { handout: words } = messagesIn(language);
  const root = projectRoot();
  const variant = command.variant === undefined ? undefined : path.resolve(terminal.folder, command.variant);
  const handed = handedOut(root, slugs, variant);
  if (command.push !== undefined) await checkIsEmpty(command.push);
  const folder = path.resolve(terminal.folder, command.out);
  await writeFolder(folder, editionOf(root, handed, languages, hasWorkflow), (temporary) =>
    commitAll(temporary, titleOf(handed)),
  );
  if (command.push !== undefined) await push(folder, command.push);
  const shown = path.relative(terminal.folder, folder) || '.';
  terminal.out(`${fill(command.push === undefined ? words.written : words.pushed, { folder: shown })}\n`);
  return 0;
}

import path from 'node:path';
import { fill, messagesIn } from '../../../catalogue/catalogue.ts';
import { handoutFiles } from '../../../handout/files.ts';
import type { HandedOut, HandoutFile, Languages } from '../../../handout/handed-out.ts';
import { oneFile } from '../../../handout/one-file.ts';
import { checkIsEmpty, commitAll, push } from '../../../handout/repository.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { builtText, graderText } from '../../../load/assignment/built.ts';
import { loadAssignment, projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { spokenByAny } from '../../../load/spoken-file.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { version } from '../../version.ts';
import { handedOut } from './handed-out.ts';

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

/** What cannot be loaded is not handed out; what has changed since it was built is built again. */
export async function checkLoads(root: string, handed: readonly HandedOut[]): Promise<void> {
  for (const { manifest } of handed) await loadAssignment(root, manifest.id);
}

/** The one-file grader for some assignments. */
export function graderFor(root: string, handed: readonly HandedOut[]): string {
  const parts = { core: graderText('parts/core.cjs') } as Record<string, string>;
  for (const { manifest } of handed) {
    parts[manifest.id] = builtText(root, manifest.id, `parts/${manifest.id}.cjs`);
  }
  return oneFile(parts, version, { en: messagesIn('en').cli.oldNode, ru: messagesIn('ru').cli.oldNode });
}

/** All files of a handout of these assignments, in the languages that they have, with this project's grader. */
export function editionOf(
  root: string,
  handed: readonly HandedOut[],
  asked: Languages,
  hasWorkflow: boolean,
  grader = graderFor(root, handed),
  pages: readonly HandoutFile[] = [],
): readonly HandoutFile[] {
  const languages = spokenByAny(
    handed.map(({ manifest }) => manifest),
    asked,
  );
  return handoutFiles({ handed, languages, grader, version, hasWorkflow, pages });
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
  await checkLoads(root, handed);
  if (command.push !== undefined) await checkIsEmpty(command.push);
  const folder = path.resolve(terminal.folder, command.out);
  const pages = await (await import('./page.ts')).handedPages(root, handed, languages);
  const files = editionOf(root, handed, languages, hasWorkflow, graderFor(root, handed), pages);
  await writeFolder(folder, files, (temporary) => commitAll(temporary, titleOf(handed)));
  if (command.push !== undefined) await push(folder, command.push);
  const shown = path.relative(terminal.folder, folder) || '.';
  terminal.out(`${fill(command.push === undefined ? words.written : words.pushed, { folder: shown })}\n`);
  return 0;
}

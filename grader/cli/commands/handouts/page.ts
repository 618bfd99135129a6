import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill } from '../../../catalogue/catalogue.ts';
import type { HandedOut, HandoutFile, Languages } from '../../../handout/handed-out.ts';
import { builtText, graderText } from '../../../load/assignment/built.ts';
import { loadFolder, projectRoot } from '../../../load/assignment/grading.ts';
import type { Language } from '../../../load/assignment/manifest.ts';
import { spokenByAny } from '../../../load/spoken-file.ts';
import { indexFile } from '../../../page/make/index-file.ts';
import { pageFile } from '../../../page/make/page-file.ts';
import { readPageData } from '../../../page/make/read-assignment.ts';
import { pageWordsIn } from '../../../page/words.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { handedOut } from './handed-out.ts';

export interface PageCommand {
  readonly slugs: readonly string[];
  readonly languages: Languages;
  readonly out: string;
  /** The folder of a variant, of which a page is made in the place of the assignment whose id it has. */
  readonly variant: string | undefined;
  readonly language: Language;
}

const indexName = 'index.html';

/** A page for each of these assignments, and one that leads to them: name and content. */
async function pagesOf(
  root: string,
  handed: readonly HandedOut[],
  languages: Languages,
): Promise<readonly (readonly [name: string, content: string])[]> {
  const harness = part('worker.js');
  const scripts = { page: part('page.js'), frame: part('frame.js') };
  const pages: (readonly [string, string])[] = [];
  for (const { folder, manifest } of handed) {
    const { grading } = await loadFolder(root, folder);
    const data = readPageData(folder, manifest, languages, harness, grading.figures().length > 0);
    const engine = builtText(root, manifest.id, `page/engines/${manifest.id}.js`);
    pages.push([`${manifest.id}.html`, pageFile(data, { ...scripts, engine })]);
  }
  const manifests = handed.map(({ manifest }) => manifest);
  return [...pages, [indexName, indexFile(manifests, spokenByAny(manifests, languages))]];
}

/** The pages as files of a handout: students may have others, and that says nothing. */
export const handedPages = async (
  root: string,
  handed: readonly HandedOut[],
  languages: Languages,
): Promise<readonly HandoutFile[]> =>
  (await pagesOf(root, handed, languages))
    .filter(([name]) => name !== indexName)
    .map(([name, content]) => ({ name: `page/${name}`, content, role: 'given' }));

const part = (name: string): string => graderText(`page/${name}`);

/** `nabla page`: an assignment as one file that is opened in a browser. */
export async function page(command: PageCommand, terminal: Terminal): Promise<0> {
  const words = pageWordsIn(command.language);
  const root = projectRoot();
  const variant = command.variant === undefined ? undefined : path.resolve(terminal.folder, command.variant);
  const folder = path.resolve(terminal.folder, command.out);
  const pages = await pagesOf(root, handedOut(root, command.slugs, variant), command.languages);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of pages) writeFileSync(path.join(folder, name), content);
  const shown = path.relative(terminal.folder, path.join(folder, indexName));
  terminal.out(`${fill(words.written, { file: shown })}\n`);
  return 0;
}

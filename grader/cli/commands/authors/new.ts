import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, messagesIn } from '../../../catalogue/catalogue.ts';
import { NablaError } from '../../../errors.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { packageRoot } from '../../../load/assignment/built.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import { languages as all, type Language } from '../../../load/assignment/manifest.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { AssignmentKind } from './kinds.ts';
import { makeProject } from './make-project.ts';

export interface NewCommand {
  readonly name: string;
  readonly kind: AssignmentKind;
  /** Of its texts. */
  readonly languages: readonly [Language, ...Language[]];
  /** In which the command answers. */
  readonly language: Language;
}

/** What a template is called, wherever its name stands. */
const templateName = 'new-assignment';

/** Where a template finds the kit, as seen from where it lies. */
const kitOfTemplate = "'../../../grader/kit.ts'";

/** `nabla new`: an assignment with one small task, in which everything is in place and verifies. */
export async function newAssignment(command: NewCommand, terminal: Terminal): Promise<0> {
  const { name, language } = command;
  const root = projectRoot();
  const isOutside = root !== packageRoot();
  const folder = path.join(root, 'assignments', name);
  if (existsSync(folder)) throw new NablaError('folder-exists', 'name-taken', { folder });
  const kit = isOutside ? "'nabla-grader'" : "'../../grader/kit.ts'";
  await writeFolder(folder, filesOf(command, kit));
  const words = messagesIn(language).new;
  const shown = path.relative(terminal.folder, folder);
  const added = isOutside ? makeProject(root) : [];
  terminal.out(`${fill(words.written, { folder: shown, name })}\n`);
  if (added.length > 0) terminal.out(`${fill(words.scripts, { scripts: added.join(', ') })}\n`);
  return 0;
}

/** The files of a new assignment of this kind, in these languages. */
function filesOf({ name, kind, languages }: NewCommand, kit: string) {
  const template = path.join(packageRoot(), 'templates', 'assignment', kind);
  const others = all.filter((language) => !languages.includes(language));
  return readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(template, path.join(entry.parentPath, entry.name)))
    .filter((file) => !others.some((language) => file.includes(`.${language}.`)))
    .map((file) => {
      const text = readFileSync(path.join(template, file), 'utf8')
        .replaceAll(templateName, name)
        .replaceAll(kitOfTemplate, kit);
      return { name: file, content: file === 'assignment.json' ? inLanguages(text, languages) : text };
    });
}

/** The manifest with the title in these languages alone. */
const inLanguages = (manifest: string, languages: readonly Language[]): string =>
  manifest
    .replace(/"title": \{.*\}/, (title) => {
      const titles = JSON.parse(title.slice('"title": '.length)) as Record<Language, string>;
      return `"title": { ${languages.map((one) => `"${one}": ${JSON.stringify(titles[one])}`).join(', ')} }`;
    })
    .replace(/"languages": \[.*\]/, `"languages": [${languages.map((one) => `"${one}"`).join(', ')}]`);

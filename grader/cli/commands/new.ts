import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import { writeFolder } from '../../handout/write-folder.ts';
import { projectRoot } from '../../load/grading.ts';
import type { Language } from '../../load/manifest.ts';
import type { Terminal } from '../terminal.ts';

export interface NewCommand {
  readonly name: string;
  readonly language: Language;
}

/** What the template is called, wherever its name stands. */
const templateName = 'new-assignment';

/** `nabla new`: an assignment with one small task, in which everything is in place and verifies. */
export async function newAssignment({ name, language }: NewCommand, terminal: Terminal): Promise<0> {
  const root = projectRoot();
  const template = path.join(root, 'templates', 'assignment');
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(template, path.join(entry.parentPath, entry.name)))
    .map((file) => ({ name: file, content: readFileSync(path.join(template, file), 'utf8') }))
    .map(({ name: file, content }) => ({ name: file, content: content.replaceAll(templateName, name) }));
  const folder = path.join(root, 'assignments', name);
  if (existsSync(folder)) throw new NablaError('folder-exists', `${folder} is there already`, 'Choose another name.');
  await writeFolder(folder, files);
  terminal.out(`${fill(messagesIn(language).new.written, { folder: path.relative(terminal.folder, folder), name })}\n`);
  return 0;
}

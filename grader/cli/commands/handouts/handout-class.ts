import path from 'node:path';
import { fill, messagesIn } from '../../../catalogue/catalogue.ts';
import { NablaError } from '../../../errors.ts';
import { checkIsEmpty, commitAll, push } from '../../../handout/repository.ts';
import { readVariantList } from '../../../handout/variant-list.ts';
import { writeFolder } from '../../../handout/write-folder.ts';
import { projectRoot } from '../../../load/assignment/grading.ts';
import { parseColumns } from '../../../roster/columns.ts';
import type { Encoding } from '../../../roster/decode.ts';
import { readRoster } from '../../../roster/roster.ts';
import { shownRoster } from '../../../roster/shown.ts';
import { folderOf } from '../../../roster/student.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { handedOut } from './handed-out.ts';
import { checkLoads, editionOf, graderFor, type HandoutCommand, titleOf } from './handout.ts';
import { handedPages } from './page.ts';

export interface ClassCommand extends HandoutCommand {
  /** The students. */
  readonly roster: string;
  /** Who has which variant; where none is given, all have the lecture's own. */
  readonly variants: string | undefined;
  /** How the roster is to be read, where it does not say so itself. */
  readonly columns: readonly string[];
  readonly encoding: Encoding | undefined;
}

/** `nabla handout --roster`: a repository for each student, with their own variant; all of them or none. */
export async function handoutClass(command: ClassCommand, terminal: Terminal): Promise<0> {
  const { slugs, languages, hasWorkflow, language } = command;
  const messages = messagesIn(language);
  const root = projectRoot();
  const inFolder = (file: string): string => path.resolve(terminal.folder, file);
  const own = command.variants === undefined ? [] : readVariantList(inFolder(command.variants));
  const roster = readRoster(inFolder(command.roster), {
    columns: parseColumns(command.columns),
    encoding: command.encoding,
  });
  terminal.out(shownRoster(roster, terminal.folder, messages));
  const repositories = roster.students.map(({ id: student }) => {
    const variant = own.find((one) => one.student === student)?.folder;
    if (own.length > 0 && variant === undefined) {
      throw new NablaError('bad-roster', 'no-variant-for', { file: command.variants ?? '', student });
    }
    return {
      student,
      handed: handedOut(root, slugs, variant),
      folder: folderOf(student),
      url: urlFor(command.push, student),
    };
  });
  for (const { url } of repositories) if (url !== undefined) await checkIsEmpty(url);
  const target = inFolder(command.out);
  const everybodys = handedOut(root, slugs);
  await checkLoads(root, everybodys);
  const grader = graderFor(root, everybodys);
  await writeFolder(target, [], async (temporary) => {
    for (const { handed, folder } of repositories) {
      const pages = await handedPages(root, handed, languages);
      const files = editionOf(root, handed, languages, hasWorkflow, grader, pages);
      await writeFolder(path.join(temporary, folder), files, (made) => commitAll(made, titleOf(handed)));
    }
  });
  for (const { folder, url } of repositories) if (url !== undefined) await push(path.join(target, folder), url);
  const values = { folder: path.relative(terminal.folder, target) || '.', students: repositories.length };
  terminal.out(`${fill(messages.handout.writtenClass, values)}\n`);
  return 0;
}

const place = '{student}';

/** Where a student's repository goes: the address with the id in the place of `{student}`. */
function urlFor(address: string | undefined, student: string): string | undefined {
  if (address?.includes(place) === false) {
    throw new NablaError('usage', 'push-without-student', { address, place });
  }
  return address?.replaceAll(place, encodeURIComponent(student));
}

import path from 'node:path';
import { NablaError } from '../../errors.ts';
import { nodeHost } from '../../host/node-host.ts';
import { projectRoot } from '../../load/assignment/grading.ts';
import { pickTier } from '../../sandbox/process/launch.ts';
import { knownIn } from '../arguments/known.ts';
import { wholeAssignments } from '../arguments/targets.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { OralCommand } from './oral-command.ts';
import { sheetFor, writeSheet } from './sheet.ts';

/** `nabla oral`: a sheet and its keys for one student, or for each of a roster. Gives 1 where somebody has none. */
export async function oral(command: OralCommand, terminal: Terminal): Promise<0 | 1> {
  const { submission, student, roster } = command;
  if (submission === undefined) throw new NablaError('usage', 'oral-needs-submission');
  if ((student === undefined) === (roster === undefined)) throw new NablaError('usage', 'student-or-roster');
  const root = projectRoot();
  const [slug = ''] = wholeAssignments([command.slug], knownIn(root));
  const host = nodeHost(pickTier(command.sandbox));
  const folder = path.resolve(terminal.folder, submission);
  if (roster !== undefined) {
    const { oralClass } = await import('./oral-class.ts');
    return oralClass({ ...command, roster, submission, slug }, { root, host }, terminal);
  }
  const variant = command.variant && path.resolve(terminal.folder, command.variant);
  const made = await sheetFor(
    { root, host, slug, folder, variant, student: student ?? '', language: command.language },
    command.variants === undefined ? undefined : await ownVariant(command.variants, student ?? '', terminal),
  );
  if (command.out === undefined) terminal.out(`${made.text}\n---\n\n${made.keys}`);
  else writeSheet(path.resolve(terminal.folder, command.out), student ?? '', made);
  return 0;
}

async function ownVariant(file: string, student: string, { folder }: Terminal): Promise<string> {
  const { readVariantList } = await import('../../handout/variant-list.ts');
  const list = readVariantList(path.resolve(folder, file));
  const own = list.find((one) => one.student.toLowerCase() === student.toLowerCase());
  if (own === undefined) throw new NablaError('bad-roster', 'student-not-named', { file, student });
  return own.folder;
}

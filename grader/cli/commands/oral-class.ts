import path from 'node:path';
import { fill, messagesIn } from '../../catalogue/catalogue.ts';
import { errorLine } from '../../catalogue/error-words.ts';
import type { Entry } from '../../class/handed-in/entry.ts';
import { NablaError } from '../../errors.ts';
import type { Host } from '../../grade/host.ts';
import { writeFolder } from '../../handout/write-folder.ts';
import { shownRoster } from '../../roster/shown.ts';
import { readSources } from '../class/sources.ts';
import type { Terminal } from '../terminal/terminal.ts';
import type { OralCommand } from './oral-command.ts';
import { sheetFor, writeSheet } from './sheet.ts';

type ClassCommand = OralCommand & { readonly roster: string; readonly submission: string };

/** A folder with two files for each student of a roster. Who has no files is named, and gives 1. */
export async function oralClass(
  command: ClassCommand,
  { root, host }: { readonly root: string; readonly host: Host },
  terminal: Terminal,
): Promise<0 | 1> {
  const { slug, language, roster, submission, variants, columns, encoding } = command;
  const words = messagesIn(language).oral;
  const { rosters, entries } = readSources(
    root,
    [slug],
    {
      sources: [roster, submission],
      due: undefined,
      extensions: undefined,
      variants: variants === undefined ? [] : [variants],
      columns,
      encoding,
    },
    terminal.folder,
  );
  for (const read of rosters) terminal.out(shownRoster(read, terminal.folder, messagesIn(language)));
  const out = path.resolve(terminal.folder, command.out ?? 'oral');
  const all = command.variant && path.resolve(terminal.folder, command.variant);
  let missing = 0;
  await writeFolder(out, [], async (temporary) => {
    for (const [at, entry] of entries.entries()) {
      const { student } = entry;
      terminal.redraw?.(fill(words.progress, { done: at, total: entries.length }));
      try {
        const variant = entry.variant ?? all;
        writeSheet(
          temporary,
          student,
          await sheetFor({ root, host, slug, folder: folderOf(entry), variant, student, language }),
        );
      } catch (error) {
        if (!(error instanceof NablaError) || error.exitCode !== 2) throw error;
        missing += 1;
        terminal.redraw?.('');
        terminal.err(`${fill(words.none, { student, reason: errorLine(error, language) })}\n`);
      }
    }
    terminal.redraw?.('');
  });
  const folder = path.relative(terminal.folder, out);
  terminal.out(`${fill(words.written, { folder, sheets: entries.length - missing })}\n`);
  return missing === 0 ? 0 : 1;
}

/** Where a student's files lie on this machine; a sheet is made of the files as they are there. Throws `no-submission`. */
function folderOf({ source, student }: Entry): string {
  switch (source.kind) {
    case 'folder':
      return source.folder;
    case 'repository':
      return source.address;
    case 'none':
      throw new NablaError('no-submission', 'no-folder-for', { student });
  }
}

import path from 'node:path';
import { type Gradebook, openGradebook } from '../../../gradebook/gradebook.ts';
import type { Terminal } from '../../terminal/terminal.ts';

/** Where a class is kept, from where the call was typed. */
const gradebookFolder = (terminal: Terminal, given: string | undefined): string =>
  path.resolve(terminal.folder, given ?? path.join('.nabla', 'gradebook'));

/** The gradebook of a call: DATABASE_URL's server, or the folder. */
export const gradebookOf = (terminal: Terminal, given: string | undefined, mustExist: boolean): Promise<Gradebook> =>
  openGradebook(gradebookFolder(terminal, given), process.env['DATABASE_URL'], { mustExist });

import { CommanderError } from 'commander';
import { messagesIn } from '../catalogue/catalogue.ts';
import { translated } from '../catalogue/sentences.ts';
import { NablaError } from '../errors.ts';
import { type Language, languages } from '../load/manifest.ts';
import { check, type Terminal } from './check.ts';
import { wantsLinks } from './links.ts';
import { languageOf, wantsColor } from './locale.ts';
import { createProgram, usageError } from './program.ts';

/** The command line, from the arguments to the exit status. */
export async function main(): Promise<void> {
  const { env } = process;
  // Help is wanted in the language of the call, before the call has been read.
  const asked = languages.find((language, _, all) => all && process.argv.join(' ').includes(`--lang ${language}`));
  const language = asked ?? languageOf(env);
  const out = (text: string): void => void process.stdout.write(text);
  const err = (text: string): void => void process.stderr.write(text);
  // Who closes the pipe, as `head` does, has read enough. What was found still decides the exit status.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  // Under npm the working directory is the package's; INIT_CWD is where the person stands.
  const folder = (env['npm_lifecycle_event'] === undefined ? undefined : env['INIT_CWD']) ?? process.cwd();

  const terminal: Terminal = {
    folder,
    useColor: wantsColor(env, process.stdout.isTTY),
    // As wide as a terminal is; elsewhere, as in the log of a workflow, as wide as a line can be read.
    width: Math.min(process.stdout.columns ?? 120, 120),
    hasLinks: wantsLinks(env, process.stdout.isTTY),
    out,
    err,
    ...(process.stdout.isTTY && { clear: () => out('\u001b[2J\u001b[3J\u001b[H') }),
    ...(process.stderr.isTTY && { redraw: (line: string) => err(`\r\u001b[2K${line}`) }),
  };

  // A check is what happens most: the other verbs are loaded when they are called.
  const program = createProgram(messagesIn(language), language, out, {
    async check(options) {
      process.exitCode = await check(options, terminal);
    },
    async verify(options) {
      const { verify } = await import('./verify.ts');
      process.exitCode = await verify(options, terminal);
    },
    async watch(options) {
      const { watch } = await import('./watch.ts');
      process.exitCode = await watch(options, terminal);
    },
    async hint(command) {
      const { hint } = await import('./hint.ts');
      process.exitCode = hint(command, terminal);
    },
    async bundle(command) {
      const { bundle } = await import('./bundle.ts');
      process.exitCode = await bundle(command, terminal);
    },
    async variant(command) {
      const { variant } = await import('./variant.ts');
      process.exitCode = await variant(command, terminal);
    },
    async new(command) {
      const { newAssignment } = await import('./new.ts');
      process.exitCode = await newAssignment(command, terminal);
    },
    async handoutClass(command) {
      const { handoutClass } = await import('./handout-class.ts');
      process.exitCode = await handoutClass(command, terminal);
    },
    async updateHandout(command) {
      const { updateHandout } = await import('./handout-update.ts');
      process.exitCode = await updateHandout(command, terminal);
    },
    async handout(command) {
      const { handout } = await import('./handout.ts');
      process.exitCode = await handout(command, terminal);
    },
  });

  try {
    await program.parseAsync();
  } catch (error) {
    const known = error instanceof NablaError ? error : usageError(error, process.argv[2]);
    if (known) {
      err(`nabla: ${errorLine(known, language)}\n`);
      process.exitCode = known.exitCode;
    } else if (!(error instanceof CommanderError)) {
      const reason = (error as Error).stack ?? String(error);
      err(`nabla: ${translated(`the grader failed, and gives no verdict. ${reason}`, language)}\n`);
      process.exitCode = 3;
    }
  }
}

/** What is wrong, and what to do, as two sentences on one line. */
function errorLine({ message, hint }: NablaError, language: Language): string {
  const what = translated(message, language);
  return hint === '' ? what : `${what.replace(/\.$/, '')}. ${translated(hint, language)}`;
}

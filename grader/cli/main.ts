import { CommanderError } from 'commander';
import { fill, messagesIn } from '../catalogue/catalogue.ts';
import { translated } from '../catalogue/sentences.ts';
import { NablaError } from '../errors.ts';
import { type Language, languages } from '../load/manifest.ts';
import { forTerminal } from '../report/hostile-text.ts';
import { noInspector } from '../sandbox/no-inspector.ts';
import { ownExit } from './exit.ts';
import { createProgram, usageError } from './program.ts';
import { withSwallowed } from './swallowed.ts';
import { languageOf, terminalOf } from './terminal.ts';

const studentVerbs: readonly string[] = ['check', 'hint'];

/** The command line, from the arguments to the exit status. */
export async function main(): Promise<void> {
  noInspector();
  // Help is wanted in the language of the call, before the call has been read.
  const line = process.argv.join(' ');
  const asked = languages.find(
    (language) => line.includes(`--lang ${language}`) || line.includes(`--lang=${language}`),
  );
  const language = asked ?? languageOf(process.env);
  const messages = messagesIn(language);
  const exit = ownExit(messages);
  const terminal = terminalOf(process);
  const { args, found } = withSwallowed(process.argv.slice(2), process.env);
  const [name = ''] = args;
  // What is for a whole class has words of its own, which a check does not load.
  const more = studentVerbs.includes(name) ? [] : (await import('./verbs-class.ts')).classVerbs(language);
  if (found.length > 0) {
    terminal.err(`${fill(messages.cli.swallowed, { verb: name, options: forTerminal(found.join(' ')) })}\n`);
  }
  try {
    await createProgram(messages, language, terminal, exit, more).parseAsync(args, { from: 'user' });
  } catch (error) {
    const known = error instanceof NablaError ? error : usageError(error, messages, name, more);
    if (known) {
      terminal.err(`nabla: ${forTerminal(errorLine(known, language))}\n`);
      exit(known.exitCode);
    } else if (error instanceof CommanderError) exit(0);
    else exit.fail(error);
  }
}

/** What is wrong, and what to do, as two sentences on one line. */
function errorLine({ message, hint }: NablaError, language: Language): string {
  const what = translated(message, language);
  return hint === '' ? what : `${what.replace(/\.$/, '')}. ${translated(hint, language)}`;
}

import { CommanderError } from 'commander';
import { fill, messagesIn } from '../catalogue/catalogue.ts';
import { errorLine } from '../catalogue/error-words.ts';
import { NablaError } from '../errors.ts';
import { type Language, languages } from '../load/assignment/manifest.ts';
import { forTerminal } from '../report/hostile-text.ts';
import { noInspector } from '../sandbox/process/no-inspector.ts';
import { withSwallowed } from './arguments/swallowed.ts';
import { ownExit } from './exit.ts';
import { createProgram, nothingAsked } from './program.ts';
import { languageOf, terminalOf } from './terminal/terminal.ts';

const studentVerbs: readonly string[] = ['check', 'hint'];

/** The command line, from the arguments to the exit status. */
export async function main(): Promise<void> {
  noInspector();
  const { args, found } = withSwallowed(process.argv.slice(2), process.env);
  // Help is wanted in the language of the call, before the call has been read.
  const language = askedIn(args) ?? languageOf(process.env);
  const messages = messagesIn(language);
  const exit = ownExit(messages);
  const terminal = terminalOf(process);
  const [name = ''] = args;
  // What is for a whole class has words of its own, which a check does not load.
  const more = studentVerbs.includes(name) ? [] : (await import('./verbs-class.ts')).classVerbs(language);
  if (found.length > 0) {
    terminal.err(`${fill(messages.cli.swallowed, { verb: name, options: forTerminal(found.join(' ')) })}\n`);
  }
  try {
    await createProgram(messages, language, terminal, exit, more).parseAsync(args, { from: 'user' });
  } catch (error) {
    const known = error instanceof NablaError ? error : nothingAsked(error);
    if (known) {
      terminal.err(`nabla: ${forTerminal(errorLine(known, language))}\n`);
      exit(known.exitCode);
    } else if (error instanceof CommanderError && error.exitCode === 0) exit(0);
    else exit.fail(error);
  }
}

/** The language that a call asks for; of several, the last: a script of npm's has its own before what is typed after it. */
function askedIn(args: readonly string[]): Language | undefined {
  const named = [...args.join(' ').matchAll(/--lang[ =](\w+)/g)].map(([, name]) => name);
  return languages.find((language) => language === named.at(-1));
}

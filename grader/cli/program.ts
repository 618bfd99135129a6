import { type Command, CommanderError } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { NablaError } from '../errors.ts';
import type { Language } from '../load/assignment/manifest.ts';
import { helpIn } from './help.ts';
import { OurCommand } from './our-command.ts';
import type { Terminal } from './terminal/terminal.ts';
import type { Verb } from './verb.ts';
import { verbs } from './verbs.ts';
import { version } from './version.ts';

/** The command line, with `more` verbs than all have. `onExit` is told the exit status of the verb that was called. */
export function createProgram(
  messages: Messages,
  language: Language,
  terminal: Terminal,
  onExit: (status: number) => void,
  more: readonly Verb[] = [],
): Command {
  const { cli } = messages;
  const program = prepared(new OurCommand('nabla'), cli, terminal)
    .description(cli.description)
    .version(version, '-V, --version', cli.version)
    .usage(cli.usage)
    .helpCommand(false)
    // Before the verbs are added: they take it over.
    .configureHelp(helpIn(messages));
  for (const verb of [...verbs(cli), ...more]) addVerb(program, verb, cli, language, terminal, onExit);
  return program;
}

const prepared = (command: Command, { help }: Messages['cli'], { out }: Terminal): Command =>
  command
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .helpOption('-h, --help', help);

function addVerb(
  program: Command,
  { name, help, positional, options, run }: Verb,
  cli: Messages['cli'],
  language: Language,
  terminal: Terminal,
  onExit: (status: number) => void,
): void {
  const command = prepared(program.command(name), cli, terminal).description(help.description).usage(help.usage);
  if (help.examples !== undefined) command.addHelpText('after', `\n${help.examples}`);
  for (const argument of Object.values(positional)) command.addArgument(argument);
  for (const option of options) command.addOption(option);
  const names = Object.keys(positional);
  command.action(async () => {
    const given = Object.fromEntries(names.map((field, at) => [field, command.processedArgs[at]]));
    // `--lang` says how the command speaks, unless it is a list of languages to hand out.
    const read = { language, ...command.opts(), ...given };
    const { lang } = command.opts<{ lang?: Language | readonly Language[] }>();
    const spoken = typeof lang === 'string' ? { language: lang } : {};
    onExit(await run({ ...read, ...spoken } as never, terminal));
  });
}

/** That no command was given, for which commander shows the help; undefined where help is what was asked for. */
export const nothingAsked = (error: unknown): NablaError | undefined =>
  error instanceof CommanderError && error.code === 'commander.help' && error.exitCode !== 0
    ? new NablaError('usage', 'no-command', { verb: 'check' })
    : undefined;

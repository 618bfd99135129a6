import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { NablaError } from '../errors.ts';
import { type Language, languages } from '../load/manifest.ts';
import { type TierChoice, tierChoices } from '../sandbox/launch.ts';
import type { CheckOptions } from './check.ts';
import type { HintCommand } from './hint.ts';
import type { NewCommand } from './new.ts';
import { parseName } from './parse-name.ts';
import { parseSeed } from './parse-seed.ts';
import { type Format, formats } from './print-format.ts';
import { addHandout, type HandoutVerbs } from './program-handout.ts';
import { helpIn } from './program-help.ts';
import { addVariant } from './program-variant.ts';
import type { VariantCommand } from './variant.ts';
import type { VerifyCommand } from './verify.ts';
import { version } from './version.ts';

function parseRuns(text: string): number {
  const runs = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  if (runs < 1) throw new InvalidArgumentError('It is a whole number from 1 to 9999999.');
  return runs;
}

function parseLevel(text: string): number {
  if (!/^[1-3]$/.test(text)) throw new InvalidArgumentError('It is 1, 2 or 3.');
  return Number(text);
}

interface RawCheckOptions {
  readonly submission?: string;
  readonly allowEmpty?: true;
  readonly seed?: number;
  readonly lang?: Language;
  readonly report: string;
  readonly format: Format;
  readonly exitZero?: true;
  readonly verbose?: true;
  readonly watch?: true;
  readonly sandbox: TierChoice;
}

interface RawVerifyOptions {
  readonly runs: number;
  readonly seed?: number;
  readonly lang?: Language;
  readonly json?: true;
}

interface RawHintOptions {
  readonly level?: number;
  readonly restart?: true;
  readonly markdown?: true;
  readonly report: string;
  readonly lang?: Language;
}

/** What the verbs do. Each gets what was asked, once it has been found to make sense. */
export interface Verbs extends HandoutVerbs {
  readonly check: (options: CheckOptions) => Promise<void>;
  readonly watch: (options: CheckOptions) => Promise<void>;
  readonly verify: (command: VerifyCommand) => Promise<void>;
  readonly hint: (command: HintCommand) => Promise<void>;
  readonly variant: (command: VariantCommand) => Promise<void>;
  readonly new: (command: NewCommand) => Promise<void>;
}

/** The command line. */
export function createProgram(
  messages: Messages,
  language: Language,
  out: (text: string) => void,
  verbs: Verbs,
): Command {
  const { cli } = messages;
  const program = new Command('nabla')
    .description(cli.description)
    .version(version, '-V, --version', cli.version)
    .usage(cli.usage)
    // Before the verbs are added: they take it over.
    .configureHelp(helpIn(language, messages));
  program
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .helpOption('-h, --help', cli.help)
    .helpCommand(false);
  program
    .command('check')
    .description(cli.check)
    .usage(cli.checkUsage)
    .argument('[targets...]', cli.targets)
    .option('--submission <dir>', cli.submission)
    .option('--allow-empty', cli.allowEmpty)
    .option('--seed <n>', cli.seed, parseSeed)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .option('--report <dir>', cli.report, 'reports')
    .addOption(new Option('--format <format>', cli.format).choices(formats).default('pretty'))
    .option('--exit-zero', cli.exitZero)
    .option('--verbose', cli.verbose)
    .option('--watch', cli.watch)
    .addOption(new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'))
    .helpOption('-h, --help', cli.help)
    .addHelpText('after', `\n${cli.checkExamples}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (targets: string[], raw: RawCheckOptions) => {
      const verb = raw.watch ? verbs.watch : verbs.check;
      await verb({
        targets,
        submission: raw.submission,
        mayBeEmpty: raw.allowEmpty ?? false,
        seed: raw.seed,
        language: raw.lang ?? language,
        report: raw.report,
        format: raw.format,
        exitZero: raw.exitZero ?? false,
        verbose: raw.verbose ?? false,
        sandbox: raw.sandbox,
      });
    });
  program
    .command('verify')
    .description(cli.verify)
    .usage(cli.verifyUsage)
    .argument('[assignment...]', cli.verifySlugs)
    .option('--runs <n>', cli.verifyRuns, parseRuns, 20)
    .option('--seed <n>', cli.verifySeed, parseSeed)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .option('--json', cli.verifyJson)
    .helpOption('-h, --help', cli.help)
    .addHelpText('after', `\n${cli.verifyExamples}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (slugs: string[], { runs, seed, lang, json }: RawVerifyOptions) => {
      await verbs.verify({ slugs, runs, seed, language: lang ?? language, json: json ?? false });
    });
  program
    .command('hint')
    .description(cli.hint)
    .usage(cli.hintUsage)
    .argument('<task>', cli.hintTask)
    .option('--level <n>', cli.hintLevel, parseLevel)
    .option('--restart', cli.hintRestart)
    .option('--markdown', cli.hintMarkdown)
    .option('--report <dir>', cli.hintReport, 'reports')
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .helpOption('-h, --help', cli.help)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (task: string, raw: RawHintOptions) => {
      await verbs.hint({
        task,
        level: raw.level,
        restart: raw.restart ?? false,
        markdown: raw.markdown ?? false,
        report: raw.report,
        language: raw.lang ?? language,
      });
    });
  addHandout(program, cli, language, out, verbs);
  addVariant(program, cli, language, out, verbs.variant);
  program
    .command('new')
    .description(cli.new)
    .usage(cli.newUsage)
    .argument('<name>', cli.newName, parseName)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .helpOption('-h, --help', cli.help)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (name: string, raw: { readonly lang?: Language }) => {
      await verbs.new({ name, language: raw.lang ?? language });
    });
  return program;
}

/** The verbs that npm knows by the same name. */
const verbNames: readonly string[] = ['check', 'verify', 'hint', 'handout', 'bundle', 'variant', 'new'];

/** Commander's complaint as one of ours; undefined where it only printed what it was asked for. */
export function usageError(error: unknown, verb = ''): NablaError | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return undefined;
  const text = error.message.replace(/^error: /, '').split('\n')[0] ?? '';
  return new NablaError(
    'usage',
    text === '(outputHelp)' ? 'no command was given' : text,
    `See: npm run ${verbNames.includes(verb) ? verb : 'check'} -- --help`,
  );
}

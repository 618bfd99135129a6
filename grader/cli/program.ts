import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { NablaError } from '../errors.ts';
import { type Language, languages } from '../load/manifest.ts';
import { type TierChoice, tierChoices } from '../sandbox/launch.ts';
import { type CheckOptions, type Format, formats } from './check.ts';

const maxSeed = 2 ** 32 - 1;

function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seed <= maxSeed)) throw new InvalidArgumentError(`It is a whole number from 0 to ${maxSeed}.`);
  return seed;
}

interface RawCheckOptions {
  readonly submission?: string;
  readonly seed?: number;
  readonly lang?: Language;
  readonly report: string;
  readonly format: Format;
  readonly exitZero?: true;
  readonly sandbox: TierChoice;
}

/** The command line. `run` gets what was asked, once it has been found to make sense. */
export function createProgram(
  { cli }: Messages,
  language: Language,
  out: (text: string) => void,
  run: (options: CheckOptions) => Promise<void>,
): Command {
  const program = new Command('nabla')
    .description(cli.description)
    .version(process.env['npm_package_version'] ?? '0.1.0');
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
    .option('--seed <n>', cli.seed, parseSeed)
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .option('--report <dir>', cli.report, 'reports')
    .addOption(new Option('--format <format>', cli.format).choices(formats).default('pretty'))
    .option('--exit-zero', cli.exitZero)
    .addOption(new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'))
    .helpOption('-h, --help', cli.help)
    .addHelpText('after', `\n${cli.checkExamples}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (targets: string[], raw: RawCheckOptions) => {
      await run({
        targets,
        submission: raw.submission,
        seed: raw.seed,
        language: raw.lang ?? language,
        report: raw.report,
        format: raw.format,
        exitZero: raw.exitZero ?? false,
        sandbox: raw.sandbox,
      });
    });
  return program;
}

/** Commander's complaint as one of ours; undefined where it only printed what it was asked for. */
export function usageError(error: unknown): NablaError | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  if (error.exitCode === 0) return undefined;
  const text = error.message.replace(/^error: /, '').split('\n')[0] ?? '';
  return new NablaError(
    'usage',
    text === '(outputHelp)' ? 'no command was given' : text,
    'See: npm run check -- --help',
  );
}

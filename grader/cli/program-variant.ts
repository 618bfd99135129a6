import { type Command, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { type Language, languages } from '../load/manifest.ts';
import { type Encoding, encodings } from '../roster/decode.ts';
import { parseName } from './parse-name.ts';
import { parseSeed } from './parse-seed.ts';
import type { VariantCommand } from './variant.ts';

interface RawVariantOptions {
  readonly describe?: true;
  readonly set?: readonly string[];
  readonly seed?: number;
  readonly name?: string;
  readonly out?: string;
  readonly roster?: string;
  readonly secretFile?: string;
  readonly columns?: readonly string[];
  readonly encoding?: Encoding;
  readonly lang?: Language;
}

/** The verb `variant` of the command line. */
export function addVariant(
  program: Command,
  cli: Messages['cli'],
  language: Language,
  out: (text: string) => void,
  run: (command: VariantCommand) => Promise<void>,
): void {
  program
    .command('variant')
    .description(cli.variant)
    .usage(cli.variantUsage)
    .argument('<assignment>', cli.variantSlug)
    .option('--describe', cli.variantDescribe)
    .option('--set <key=value>', cli.variantSet, (value: string, all: readonly string[] = []) => [...all, value])
    .option('--seed <n>', cli.variantSeed, parseSeed)
    .option('--name <name>', cli.variantName, parseName)
    .option('--out <dir>', cli.variantOut)
    .option('--roster <file>', cli.variantRoster)
    .option('--secret-file <file>', cli.variantSecret)
    .option('--columns <columns>', cli.variantColumns, (value: string, all: readonly string[] = []) => [...all, value])
    .addOption(new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings))
    .addOption(new Option('--lang <language>', cli.lang).choices(languages))
    .helpOption('-h, --help', cli.help)
    .addHelpText('after', `\n${cli.variantExamples}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (slug: string, raw: RawVariantOptions) => {
      const { describe = false, set: settings = [], seed, name, out: folder, roster, secretFile } = raw;
      const { columns = [], encoding } = raw;
      const own = raw.lang ?? language;
      await run({
        slug,
        describe,
        settings,
        seed,
        name,
        out: folder,
        roster,
        secretFile,
        columns,
        encoding,
        language: own,
      });
    });
}

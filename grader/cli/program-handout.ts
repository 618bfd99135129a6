import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { type BundleKind, bundleKinds } from '../handout/bundle.ts';
import { type Language, languages } from '../load/manifest.ts';
import { type Encoding, encodings } from '../roster/decode.ts';
import type { BundleCommand } from './bundle.ts';
import type { HandoutCommand, Languages } from './handout.ts';
import type { ClassCommand } from './handout-class.ts';
import type { UpdateCommand } from './handout-update.ts';

/** What the verbs `handout` and `bundle` do. */
export interface HandoutVerbs {
  readonly handout: (command: HandoutCommand) => Promise<void>;
  readonly handoutClass: (command: ClassCommand) => Promise<void>;
  readonly updateHandout: (command: UpdateCommand) => Promise<void>;
  readonly bundle: (command: BundleCommand) => Promise<void>;
}

interface RawHandoutOptions {
  readonly lang: Languages;
  readonly out: string;
  readonly push?: string;
  readonly variant?: string;
  readonly roster?: string;
  readonly variants?: string;
  readonly columns?: readonly string[];
  readonly encoding?: Encoding;
  readonly workflow: boolean;
  readonly update?: string;
  readonly direct?: true;
  readonly dryRun?: true;
}

interface RawBundleOptions {
  readonly lang: Languages;
  readonly out?: string;
  readonly variant?: string;
  readonly variants?: string;
  readonly earlier?: string;
}

function parseLanguages(text: string): Languages {
  const [first, ...others] = text.split(',').map((name) => {
    const known = languages.find((language) => language === name);
    if (known === undefined) throw new InvalidArgumentError(`It is one of ${languages.join(', ')}, or several: en,ru.`);
    return known;
  });
  return [first ?? 'en', ...others];
}

const allLanguages: Languages = ['en', 'ru'];

/** The verbs `handout` and `bundle` of the command line. */
export function addHandout(
  program: Command,
  cli: Messages['cli'],
  language: Language,
  out: (text: string) => void,
  verbs: HandoutVerbs,
): void {
  program
    .command('handout')
    .description(cli.handout)
    .usage(cli.handoutUsage)
    .argument('[assignment...]', cli.handoutSlugs)
    .option('--lang <languages>', cli.handoutLang, parseLanguages, allLanguages)
    .option('--out <dir>', cli.handoutOut, 'handout')
    .option('--push <url>', cli.handoutPush)
    .option('--no-workflow', cli.handoutNoWorkflow)
    .addOption(new Option('--variant <dir>', cli.handoutVariant).conflicts(['roster', 'variants']))
    .option('--roster <file>', cli.handoutRoster)
    .option('--columns <columns>', cli.variantColumns, (value: string, all: readonly string[] = []) => [...all, value])
    .addOption(new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings))
    .option('--variants <file>', cli.handoutVariants)
    .addOption(new Option('--update <repository>', cli.handoutUpdate).conflicts(['roster', 'push']))
    .option('--direct', cli.handoutDirect)
    .option('--dry-run', cli.handoutDryRun)
    .helpOption('-h, --help', cli.help)
    .addHelpText('after', `\n${cli.handoutExamples}`)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (slugs: string[], raw: RawHandoutOptions) => {
      const { variant, roster, variants, columns = [], encoding, update, direct = false, dryRun = false } = raw;
      if (update !== undefined) {
        return verbs.updateHandout({ target: update, variant, isDirect: direct, isDry: dryRun, language });
      }
      const { out: folder, push, workflow, lang } = raw;
      const command = { slugs, languages: lang, out: folder, push, variant, hasWorkflow: workflow, language };
      return roster === undefined
        ? verbs.handout(command)
        : verbs.handoutClass({ ...command, roster, variants, columns, encoding });
    });
  program
    .command('bundle')
    .description(cli.bundle)
    .usage(cli.bundleUsage)
    .addArgument(new Argument('<class>', cli.bundleKind).choices(bundleKinds))
    .argument('<assignment...>', cli.handoutSlugs)
    .option('--lang <languages>', cli.handoutLang, parseLanguages, allLanguages)
    .option('--out <dir>', cli.handoutOut)
    .addOption(new Option('--variant <dir>', cli.bundleVariant).conflicts('variants'))
    .option('--variants <file>', cli.bundleVariants)
    .option('--earlier <dir>', cli.bundleEarlier)
    .helpOption('-h, --help', cli.help)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: () => {} })
    .action(async (kind: BundleKind, slugs: string[], raw: RawBundleOptions) => {
      const { out: folder, variant, variants, earlier } = raw;
      await verbs.bundle({ kind, slugs, languages: raw.lang, out: folder, variant, variants, earlier, language });
    });
}

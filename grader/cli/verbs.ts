import { Argument, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { formats } from '../report/formats/names.ts';
import { encodings } from '../roster/decode.ts';
import { tierChoices } from '../sandbox/launch.ts';
import { type CheckOptions, check } from './commands/check.ts';
import type { HintCommand } from './commands/hint.ts';
import type { NewCommand } from './commands/new.ts';
import type { TryCommand } from './commands/try.ts';
import type { VariantCommand } from './commands/variant.ts';
import type { VerifyCommand } from './commands/verify.ts';
import { flag, langOption, parseLevel, parseName, parseRuns, seedOption, several } from './options.ts';
import { type Verb, verb } from './verb.ts';
import { handoutVerbs } from './verbs-handout.ts';

/** All verbs, as help lists them. A check is what happens most: the others are loaded when they are called. */
export const verbs = (cli: Messages['cli']): readonly Verb[] => [
  verb<CheckOptions & { readonly watch: boolean }>({
    name: 'check',
    help: { description: cli.check, usage: cli.checkUsage, examples: cli.checkExamples },
    positional: { targets: new Argument('[targets...]', cli.targets) },
    options: [
      new Option('--submission <dir>', cli.submission),
      flag('--allow-empty', cli.allowEmpty),
      seedOption(cli.seed),
      langOption(cli),
      new Option('--report <dir>', cli.report).default('reports'),
      new Option('--format <format>', cli.format).choices(formats).default('pretty'),
      flag('--exit-zero', cli.exitZero),
      flag('--verbose', cli.verbose),
      flag('--watch', cli.watch),
      new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'),
    ],
    run: async ({ watch, ...options }, terminal) =>
      watch ? (await import('./commands/watch.ts')).watch(options, terminal) : check(options, terminal),
  }),
  verb<VerifyCommand>({
    name: 'verify',
    help: { description: cli.verify, usage: cli.verifyUsage, examples: cli.verifyExamples },
    positional: { slugs: new Argument('[assignment...]', cli.verifySlugs) },
    options: [
      new Option('--runs <n>', cli.verifyRuns).argParser(parseRuns).default(20),
      seedOption(cli.verifySeed),
      langOption(cli),
      flag('--json', cli.verifyJson),
    ],
    run: async (command, terminal) => (await import('./commands/verify.ts')).verify(command, terminal),
  }),
  verb<HintCommand>({
    name: 'hint',
    help: { description: cli.hint, usage: cli.hintUsage },
    positional: { task: new Argument('<task>', cli.hintTask) },
    options: [
      new Option('--level <n>', cli.hintLevel).argParser(parseLevel),
      flag('--restart', cli.hintRestart),
      flag('--markdown', cli.hintMarkdown),
      new Option('--report <dir>', cli.hintReport).default('reports'),
      langOption(cli),
    ],
    run: async (command, terminal) => (await import('./commands/hint.ts')).hint(command, terminal),
  }),
  verb<TryCommand>({
    name: 'try',
    help: { description: cli.try, usage: cli.tryUsage, examples: cli.tryExamples },
    positional: { words: new Argument('[words...]', cli.tryWords) },
    options: [
      new Option('--submission <dir>', cli.submission),
      langOption(cli),
      new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'),
    ],
    run: async (command, terminal) => (await import('./commands/try.ts')).tryOut(command, terminal),
  }),
  ...handoutVerbs(cli),
  verb<VariantCommand>({
    name: 'variant',
    help: { description: cli.variant, usage: cli.variantUsage, examples: cli.variantExamples },
    positional: { slug: new Argument('<assignment>', cli.variantSlug) },
    options: [
      flag('--describe', cli.variantDescribe),
      several('--set <key=value>', cli.variantSet),
      seedOption(cli.variantSeed),
      new Option('--name <name>', cli.variantName).argParser(parseName),
      new Option('--out <dir>', cli.variantOut),
      new Option('--roster <file>', cli.variantRoster),
      new Option('--secret-file <file>', cli.variantSecret),
      several('--columns <columns>', cli.variantColumns),
      new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings),
      langOption(cli),
    ],
    run: async (command, terminal) => (await import('./commands/variant.ts')).variant(command, terminal),
  }),
  verb<NewCommand>({
    name: 'new',
    help: { description: cli.new, usage: cli.newUsage },
    positional: { name: new Argument('<name>', cli.newName).argParser(parseName) },
    options: [langOption(cli)],
    run: async (command, terminal) => (await import('./commands/new.ts')).newAssignment(command, terminal),
  }),
];

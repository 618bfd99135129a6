// Long, for it is a table: a verb and its options after the other.
import { Argument, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { formats } from '../report/formats/names.ts';
import { encodings } from '../roster/decode.ts';
import { tierChoices } from '../sandbox/process/launch.ts';
import {
  flag,
  langOption,
  languagesOption,
  parseLevel,
  parseName,
  parseRuns,
  seedOption,
  several,
} from './arguments/options.ts';
import type { AuthorCommand } from './commands/authors/author.ts';
import { assignmentKinds } from './commands/authors/kinds.ts';
import type { NewCommand } from './commands/authors/new.ts';
import type { VariantCommand } from './commands/authors/variant-command.ts';
import type { VerifyCommand } from './commands/authors/verify.ts';
import { check } from './commands/checks/check.ts';
import type { CheckOptions } from './commands/checks/check-options.ts';
import type { HintCommand } from './commands/hint.ts';
import type { OralCommand } from './commands/oral-command.ts';
import type { TryCommand } from './commands/try.ts';
import { type Verb, verb } from './verb.ts';
import { handoutVerbs } from './verbs-handout.ts';

interface NewOptions extends Omit<NewCommand, 'languages'> {
  readonly lang: NewCommand['languages'];
}

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
      new Option('--report <dir>', cli.report),
      new Option('--format <format>', cli.format).choices(formats).default('pretty'),
      flag('--exit-zero', cli.exitZero),
      flag('--verbose', cli.verbose),
      flag('--trace', cli.trace),
      flag('--watch', cli.watch),
      new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'),
    ],
    run: async ({ watch, ...options }, terminal) =>
      watch ? (await import('./commands/checks/watch.ts')).watch(options, terminal) : check(options, terminal),
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
    run: async (command, terminal) => (await import('./commands/authors/verify.ts')).verify(command, terminal),
  }),
  verb<HintCommand>({
    name: 'hint',
    help: { description: cli.hint, usage: cli.hintUsage, examples: cli.hintExamples },
    positional: { task: new Argument('<task>', cli.hintTask) },
    options: [
      new Option('--level <n>', cli.hintLevel).argParser(parseLevel),
      flag('--restart', cli.hintRestart),
      flag('--markdown', cli.hintMarkdown),
      new Option('--report <dir>', cli.hintReport),
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
    run: async (command, terminal) => (await import('./commands/authors/variant.ts')).variant(command, terminal),
  }),
  verb<OralCommand>({
    name: 'oral',
    help: { description: cli.oral, usage: cli.oralUsage, examples: cli.oralExamples },
    positional: { slug: new Argument('<assignment>', cli.oralSlug) },
    options: [
      new Option('--submission <dir>', cli.oralSubmission),
      new Option('--student <id>', cli.oralStudent),
      new Option('--roster <file>', cli.oralRoster),
      new Option('--variant <dir>', cli.oralVariant).conflicts('variants'),
      new Option('--variants <file>', cli.oralVariants),
      new Option('--out <dir>', cli.oralOut),
      several('--columns <columns>', cli.variantColumns),
      new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings),
      new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('auto'),
      langOption(cli),
    ],
    run: async (command, terminal) => (await import('./commands/oral.ts')).oral(command, terminal),
  }),
  verb<AuthorCommand>({
    name: 'author',
    help: { description: cli.author, usage: cli.authorUsage, examples: cli.authorExamples },
    positional: { slug: new Argument('<assignment>', cli.authorSlug) },
    options: [
      flag('--once', cli.authorOnce),
      new Option('--runs <n>', cli.verifyRuns).argParser(parseRuns).default(3),
      seedOption(cli.verifySeed).default(1),
      langOption(cli),
    ],
    run: async (command, terminal) => (await import('./commands/authors/author.ts')).author(command, terminal),
  }),
  verb<NewOptions>({
    name: 'new',
    help: { description: cli.new, usage: cli.newUsage, examples: cli.newExamples },
    positional: { name: new Argument('<name>', cli.newName).argParser(parseName) },
    options: [
      new Option('--kind <kind>', cli.newKind).choices(assignmentKinds).default('function'),
      languagesOption(cli.newLang),
    ],
    run: async ({ lang, ...command }, terminal) =>
      (await import('./commands/authors/new.ts')).newAssignment({ ...command, languages: lang }, terminal),
  }),
];

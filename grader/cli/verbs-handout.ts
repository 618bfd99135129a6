import { Argument, Option } from 'commander';
import type { Messages } from '../catalogue/catalogue.ts';
import { bundleKinds } from '../handout/classroom/bundle.ts';
import type { Languages } from '../handout/handed-out.ts';
import { encodings } from '../roster/decode.ts';
import { flag, langOption, languagesOption, several } from './arguments/options.ts';
import type { BundleCommand } from './commands/handouts/bundle.ts';
import type { DoctorCommand } from './commands/handouts/doctor.ts';
import type { ClassCommand } from './commands/handouts/handout-class.ts';
import type { PageCommand } from './commands/handouts/page.ts';
import { type Verb, verb } from './verb.ts';

/** `handout` as it is typed: one repository, one for each student, or a correction of one that was handed out. */
interface HandoutOptions extends Omit<ClassCommand, 'languages' | 'hasWorkflow' | 'roster'> {
  readonly lang: Languages;
  readonly workflow: boolean;
  readonly roster?: string;
  readonly update?: string;
  readonly direct: boolean;
  readonly dryRun: boolean;
}

interface BundleOptions extends Omit<BundleCommand, 'languages'> {
  readonly lang: Languages;
}

interface PageOptions extends Omit<PageCommand, 'languages'> {
  readonly lang: Languages;
}

/** The verbs that make what is handed out. */
export const handoutVerbs = (cli: Messages['cli']): readonly Verb[] => [
  verb<HandoutOptions>({
    name: 'handout',
    help: { description: cli.handout, usage: cli.handoutUsage, examples: cli.handoutExamples },
    positional: { slugs: new Argument('[assignment...]', cli.handoutSlugs) },
    options: [
      languagesOption(cli.handoutLang),
      new Option('--out <dir>', cli.handoutOut).default('handout'),
      new Option('--push <url>', cli.handoutPush),
      new Option('--no-workflow', cli.handoutNoWorkflow),
      new Option('--variant <dir>', cli.handoutVariant).conflicts(['roster', 'variants']),
      new Option('--roster <file>', cli.handoutRoster),
      several('--columns <columns>', cli.variantColumns),
      new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings),
      new Option('--variants <file>', cli.handoutVariants),
      new Option('--update <repository>', cli.handoutUpdate).conflicts(['roster', 'push']),
      flag('--direct', cli.handoutDirect),
      flag('--dry-run', cli.handoutDryRun),
    ],
    async run({ update, roster, direct: isDirect, dryRun: isDry, workflow: hasWorkflow, lang, ...options }, terminal) {
      if (update !== undefined) {
        const { updateHandout } = await import('./commands/handouts/handout-update.ts');
        const { variant, language } = options;
        return updateHandout({ target: update, variant, isDirect, isDry, language }, terminal);
      }
      const command = { ...options, languages: lang, hasWorkflow };
      return roster === undefined
        ? (await import('./commands/handouts/handout.ts')).handout(command, terminal)
        : (await import('./commands/handouts/handout-class.ts')).handoutClass({ ...command, roster }, terminal);
    },
  }),
  verb<BundleOptions>({
    name: 'bundle',
    help: { description: cli.bundle, usage: cli.bundleUsage, examples: cli.bundleExamples },
    positional: {
      kind: new Argument('<class>', cli.bundleKind).choices(bundleKinds),
      slugs: new Argument('<assignment...>', cli.bundleSlugs),
    },
    options: [
      languagesOption(cli.bundleLang),
      new Option('--out <dir>', cli.handoutOut),
      new Option('--variant <dir>', cli.bundleVariant).conflicts('variants'),
      new Option('--variants <file>', cli.bundleVariants),
      new Option('--earlier <dir>', cli.bundleEarlier),
    ],
    run: async ({ lang, ...options }, terminal) =>
      (await import('./commands/handouts/bundle.ts')).bundle({ ...options, languages: lang }, terminal),
  }),
  verb<PageOptions>({
    name: 'page',
    help: { description: cli.page, usage: cli.pageUsage, examples: cli.pageExamples },
    positional: { slugs: new Argument('[assignment...]', cli.handoutSlugs) },
    options: [
      languagesOption(cli.pageLang),
      new Option('--out <dir>', cli.pageOut).default('page'),
      new Option('--variant <dir>', cli.pageVariant),
    ],
    run: async ({ lang, ...options }, terminal) =>
      (await import('./commands/handouts/page.ts')).page({ ...options, languages: lang }, terminal),
  }),
  verb<DoctorCommand>({
    name: 'doctor',
    help: { description: cli.doctor, usage: cli.doctorUsage, examples: cli.doctorExamples },
    positional: { target: new Argument('[target]', cli.doctorTarget) },
    options: [langOption(cli)],
    run: async (command, terminal) => (await import('./commands/handouts/doctor.ts')).doctor(command, terminal),
  }),
];

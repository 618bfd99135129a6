import { Argument, Option } from 'commander';
import { classMessagesIn } from '../class/catalogue.ts';
import { exportFormats, gradebookActions } from '../class/choices.ts';
import { type ClassOptions, keepChoices } from '../class/handed-in/entry.ts';
import { NablaError } from '../errors.ts';
import type { Language } from '../load/assignment/manifest.ts';
import { encodings } from '../roster/decode.ts';
import { tierChoices } from '../sandbox/process/launch.ts';
import { flag, langOption, seedOption, several } from './arguments/options.ts';
import type { GradeCommand } from './class/grade.ts';
import type { GradebookCommand } from './class/gradebook/command.ts';
import type { MergeCommand } from './class/gradebook/merge.ts';
import type { RegradeCommand } from './class/regrade.ts';
import type { WorkerCommand } from './class/worker.ts';
import { type Verb, verb } from './verb.ts';

function parseJobs(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new NablaError('usage', 'whole-number', { least: 0, most: 999 });
  return Number(text);
}

function parseShard(text: string): NonNullable<ClassOptions['shard']> {
  const [, index = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (shard.index < 1 || shard.index > shard.of) throw new NablaError('usage', 'shard-form');
  return shard;
}

/** The verbs for a whole class. */
export function classVerbs(language: Language): readonly Verb[] {
  const { cli, classCli } = classMessagesIn(language);
  const jobs = (): Option => new Option('--jobs <n>', classCli.gradeJobs).argParser(parseJobs);
  const gradebook = (): Option => new Option('--gradebook <dir>', classCli.gradeGradebook);
  const assignment = (): Option => several('--assignment <slug>', classCli.gradeAssignment);
  const out = (): Option => new Option('--out <dir>', classCli.gradeOut).default('grades');
  return [
    verb<GradeCommand>({
      name: 'grade',
      help: { description: classCli.grade, usage: classCli.gradeUsage, examples: classCli.gradeExamples },
      positional: { sources: new Argument('[sources...]', classCli.gradeSources) },
      options: [
        assignment(),
        new Option('--due <time>', classCli.gradeDue),
        new Option('--late <rule>', classCli.gradeLate),
        new Option('--extensions <file>', classCli.gradeExtensions),
        several('--variants <file>', classCli.gradeVariants),
        new Option('--handout <dir>', classCli.gradeHandout),
        new Option('--keep <which>', classCli.gradeKeep).choices(keepChoices).default('last'),
        several('--columns <columns>', cli.variantColumns),
        new Option('--encoding <encoding>', cli.variantEncoding).choices(encodings),
        seedOption(classCli.gradeSeed),
        out(),
        jobs(),
        flag('--resume', classCli.gradeResume),
        new Option('--shard <i/n>', classCli.gradeShard).argParser(parseShard),
        gradebook(),
        new Option('--sandbox <tier>', cli.sandbox).choices(tierChoices).default('strict'),
        langOption(cli),
      ],
      run: async (command, terminal) => (await import('./class/grade.ts')).grade(command, terminal),
    }),
    verb<RegradeCommand>({
      name: 'regrade',
      help: { description: classCli.regrade, usage: classCli.regradeUsage },
      positional: {},
      options: [
        assignment(),
        several('--student <id>', classCli.regradeStudent),
        flag('--apply', classCli.regradeApply),
        jobs(),
        gradebook(),
        langOption(cli),
      ],
      run: async (command, terminal) => (await import('./class/regrade.ts')).regrade(command, terminal),
    }),
    verb<GradebookCommand>({
      name: 'gradebook',
      help: {
        description: classCli.gradebook,
        usage: classCli.gradebookUsage,
        examples: classCli.gradebookExamples.replace('{formats}', exportFormats.join(', ')),
      },
      positional: {
        action: new Argument('<action>', classCli.gradebookAction).choices(gradebookActions),
        subject: new Argument('[subject]', classCli.gradebookSubject),
      },
      options: [
        new Option('--worksheet <file>', classCli.gradebookWorksheet),
        new Option('--out <file>', classCli.gradebookOut),
        gradebook(),
        langOption(cli),
      ],
      run: async (command, terminal) => (await import('./class/gradebook/gradebook.ts')).gradebook(command, terminal),
    }),
    verb<MergeCommand>({
      name: 'merge',
      help: { description: classCli.merge, usage: classCli.mergeUsage },
      positional: { folders: new Argument('<folders...>', classCli.mergeFolders) },
      options: [out(), gradebook(), langOption(cli)],
      run: async (command, terminal) => (await import('./class/gradebook/merge.ts')).merge(command, terminal),
    }),
    verb<WorkerCommand>({
      name: 'worker',
      help: { description: classCli.worker, usage: classCli.workerUsage },
      positional: {},
      options: [jobs(), flag('--once', classCli.workerOnce), langOption(cli)],
      run: async (command, terminal) => (await import('./class/worker.ts')).worker(command, terminal),
    }),
  ];
}

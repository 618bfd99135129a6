import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { fill, messagesIn, readAssignmentWords } from '../catalogue/catalogue.ts';
import { listAssignments, loadAssignment, projectRoot } from '../load/grading.ts';
import type { Language } from '../load/manifest.ts';
import { findSubmission } from '../load/submission.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { renderPretty } from '../report/pretty.ts';
import { type Result, resultText } from '../report/result.ts';
import { writeWhole } from '../report/write-file.ts';
import { pickTier, type TierChoice } from '../sandbox/launch.ts';
import { gradeSubmission } from './grade-submission.ts';
import { checkTasksExist, parseTargets } from './targets.ts';

export const formats = ['pretty', 'json'] as const;
export type Format = (typeof formats)[number];

export interface CheckOptions {
  readonly targets: readonly string[];
  readonly submission: string | undefined;
  readonly seed: number | undefined;
  readonly language: Language;
  readonly report: string;
  readonly format: Format;
  readonly exitZero: boolean;
  readonly sandbox: TierChoice;
}

/** Where the command was typed and where its words go. */
export interface Terminal {
  readonly folder: string;
  readonly useColor: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** `nabla check`: grades, reports, and gives the exit status: 0 full points, 1 points missing. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<0 | 1> {
  const { language, format } = options;
  const messages = messagesIn(language);
  const root = projectRoot();
  const targets = parseTargets(options.targets, listAssignments(root));
  const seed = options.seed ?? randomBytes(4).readUInt32LE(0);
  const submissions = targets.map(({ slug }) =>
    options.submission === undefined
      ? path.join(root, 'assignments', slug, 'src')
      : findSubmission(path.resolve(terminal.folder, options.submission), slug, targets.length === 1),
  );
  const tier = pickTier(options.sandbox);
  const results: Result[] = [];
  let isComplete = true;
  for (const [index, target] of targets.entries()) {
    const { slug } = target;
    const assignment = await loadAssignment(root, slug);
    const { id, title: titles, tasks } = assignment.manifest;
    checkTasksExist(
      target,
      tasks.map((task) => task.id),
    );
    terminal.err(`${fill(messages.progress.checking, { assignment: id, seed })}\n`);
    const words = readAssignmentWords(assignment.folder, language);
    const submission = submissions[index] ?? '';
    const result = await gradeSubmission({ assignment, submission, only: target.tasks, seed, tier, messages, words });
    const title = titles[language] ?? id;
    const folder = path.resolve(terminal.folder, options.report, slug);
    const resultFile = path.join(folder, 'result.json');
    writeWhole(resultFile, resultText(result, resultFile));
    const reportFile = path.join(folder, 'report.md');
    writeWhole(reportFile, renderMarkdown(result, title, messages, words));
    if (format === 'pretty') {
      const shown = path.relative(terminal.folder, reportFile);
      terminal.out(
        `${renderPretty(result, title, messages, terminal.useColor)}${fill(messages.report.reports, { file: shown })}\n`,
      );
    }
    results.push(result);
    isComplete &&= result.tasks.every(({ status }) => status === 'passed' || status === 'not-run');
  }
  if (format === 'json') terminal.out(`${JSON.stringify(results.length === 1 ? results[0] : results, null, 2)}\n`);
  return isComplete || options.exitZero ? 0 : 1;
}

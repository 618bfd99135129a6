import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAssignmentWords } from '../../catalogue/assignment-words.ts';
import { type AssignmentWords, fill, type Messages, messagesIn } from '../../catalogue/catalogue.ts';
import { NablaError } from '../../errors.ts';
import { readHints } from '../../hint/hints.ts';
import { nextHint } from '../../hint/next-hint.ts';
import { readProgress, seenOf, withSeen } from '../../hint/progress.ts';
import { projectRoot } from '../../load/assignment/grading.ts';
import { type Language, readManifest } from '../../load/assignment/manifest.ts';
import { spokenIn } from '../../load/spoken.ts';
import { plainMarkdown } from '../../plain-math/plain-math.ts';
import { explanationOf, idOf } from '../../report/failure/recognized.ts';
import { forTerminal } from '../../report/hostile-text.ts';
import { parseResult, type Result } from '../../report/result.ts';
import { wrapped } from '../../report/terminal/wrapped.ts';
import { writeWhole } from '../../report/write-file.ts';
import { knownIn } from '../arguments/known.ts';
import { parseTarget } from '../arguments/targets.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { reportsIn } from './checks/reports.ts';

export interface HintCommand {
  readonly task: string;
  readonly level: number | undefined;
  readonly restart: boolean;
  readonly markdown: boolean;
  readonly report: string | undefined;
  readonly language: Language;
}

/** The task that was asked for. Throws where it is none, or several. */
function findTask(root: string, asked: string): { readonly slug: string; readonly task: string } {
  const { slug, tasks } = parseTarget(asked, knownIn(root));
  const [task, ...others] = tasks;
  if (task !== undefined && others.length === 0) return { slug, task };
  const names = tasks.length > 0 ? tasks : readManifest(path.join(root, 'assignments', slug)).tasks.map(({ id }) => id);
  throw new NablaError('usage', 'several-tasks', { name: asked, tasks: names });
}

/** None where it is not there or damaged: the hints themselves need no result. */
function lastResult(file: string): Result | undefined {
  try {
    return parseResult(readFileSync(file, 'utf8'), file);
  } catch {
    return undefined;
  }
}

/** What the last check took the mistake for: its names, and their titles and explanations. None without such a report. */
function diagnosed(file: string, task: string, words: AssignmentWords, messages: Messages) {
  const result = lastResult(file);
  const found = result?.tasks.find(({ id }) => id === task)?.diagnosis ?? [];
  const known = found.flatMap((one) => {
    // A name in the language of this call, whatever that of the check was; what was seen then is told as it was.
    const name = 'misconception' in one ? words.misconceptions[one.misconception]?.title : one.title;
    const title = 'misconception' in one && one.agrees === 'where-wrong' ? one.title : name;
    const explanation = explanationOf(one, messages, words);
    return title === undefined ? [] : [{ id: idOf(one), text: `${title}\n${explanation}` }];
  });
  return {
    mistakes: known.map(({ id }) => id),
    text: known.map(({ text }) => text).join('\n\n'),
  };
}

/** Broken at words; a formula that stands on a line of its own keeps its place. */
const inLines = (text: string, width: number): string =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith(' ') ? [line] : wrapped(line, width)))
    .join('\n');

/** `nabla hint`: the next hint of a task, or the one of a level. */
export function hint(command: HintCommand, { out, err, width, folder: calledFrom }: Terminal): 0 {
  const { level: askedLevel, restart } = command;
  const root = projectRoot();
  const language = spokenIn(root, command.language);
  const messages = messagesIn(language);
  const { hint: text } = messages;
  const { slug, task } = findTask(root, command.task);
  const folder = path.join(root, 'assignments', slug);
  const hints = readHints(folder, language, task);
  const noted = path.join(root, '.nabla', 'hints.json');
  const progress = readProgress(noted);
  const key = `${slug}/${task}`;
  const seen = restart ? { level: 0, mistakes: [] } : seenOf(progress, key);
  const report = path.join(reportsIn(root, command.report, calledFrom), slug, 'result.json');
  const diagnosis = diagnosed(report, task, readAssignmentWords(folder, language), messages);
  const { isExplanation, seen: now } =
    askedLevel === undefined
      ? nextHint(seen, diagnosis.mistakes, hints.length)
      : { isExplanation: false, seen: { ...seen, level: askedLevel } };
  try {
    writeWhole(noted, `${JSON.stringify(withSeen(progress, key, now), null, 2)}\n`);
  } catch {
    // The hint is what was asked for. Only the next call will not know of it.
    err(`nabla: ${fill(text.notNoted, { file: forTerminal(noted) })}\n`);
  }
  const show = command.markdown ? (markdown: string) => markdown : plainMarkdown;
  const laid = command.markdown ? (text: string) => text : (text: string) => inLines(text, width);
  const parts = [
    isExplanation ? fill(text.diagnosis, { task }) : fill(text.head, { task, level: now.level, of: hints.length }),
    show(isExplanation ? diagnosis.text : (hints[now.level - 1] ?? '')),
    now.level < hints.length ? fill(text.more, { task }) : text.last,
  ];
  out(`\n${laid(parts.join('\n\n'))}\n\n`);
  return 0;
}

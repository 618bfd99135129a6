import { fill, type Messages } from '../catalogue/catalogue.ts';
import { type Predictions, predictionsFile } from '../load/submission/predictions.ts';
import { forTerminal, inlineCode, inlineText } from './hostile-text.ts';
import { icons } from './icons.ts';
import type { Result } from './result.ts';

/** What is wrong with the file, in a sentence; empty where nothing is. */
export function predictionsProblem(predictions: Predictions | undefined, { predictions: words }: Messages): string {
  if (predictions?.problem === undefined) return '';
  const { problem } = predictions;
  const key = 'key' in problem ? problem.key : '';
  return forTerminal(fill(words.problem, { file: predictionsFile, reason: fill(words[problem.kind], { key }) }));
}

/** What the student expected beside what came of it, as Markdown; empty where there is no file. */
export function predictionsSection(predictions: Predictions | undefined, result: Result, messages: Messages): string {
  if (predictions === undefined) return '';
  const { predictions: words, report, status } = messages;
  const rows = result.tasks.flatMap((task) => {
    const line = Object.hasOwn(predictions.lines, task.id) ? predictions.lines[task.id] : undefined;
    if (line === undefined) return [];
    const outcome = `${icons[task.status]} ${status[task.status]}`;
    return [`| ${inlineCode(task.id)} | ${inlineText(line)} | ${outcome} |`];
  });
  const problem = predictionsProblem(predictions, messages);
  const table =
    rows.length === 0
      ? words.none
      : [`| ${report.task} | ${words.expected} | ${report.status} |`, '| --- | --- | --- |', ...rows].join('\n');
  const body = problem === '' ? [table] : rows.length === 0 ? [inlineText(problem)] : [table, inlineText(problem)];
  return [`## ${words.title}`, ...body].join('\n\n');
}

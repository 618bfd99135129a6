import type { Assignment } from '../../load/grading.ts';
import type { Language, TaskEntry } from '../../load/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { names, readText } from './read-text.ts';

/** statement.LANGUAGE.md names every file, and every task together with its points. */
export function statementProblems({ folder, manifest }: Assignment, language: Language): readonly Problem[] {
  const file = `statement.${language}.md`;
  const text = readText(folder, file);
  if (text === undefined) return [problem('no-file', file)];
  const { tasks } = manifest;
  const files = [...new Set(tasks.map((task) => task.file))];
  return [
    ...files.filter((name) => !text.includes(name)).map((what) => problem('statement-without', file, { what })),
    ...tasks.flatMap((task) => taskProblems(task, text, file)),
  ];
}

function taskProblems({ id, points }: TaskEntry, text: string, file: string): readonly Problem[] {
  if (!names(text, id)) return [problem('statement-without', file, { what: id })];
  const stated = statedPoints(text, id);
  const isRight = stated.length > 0 && stated.every((number) => number === points);
  return isRight ? [] : [problem('statement-points', file, { task: id, points, found: stated.join(', ') })];
}

/** "10 points", "10 баллов", or a cell of a table that holds a number and nothing else. */
const pointsPattern = /(?<![\d.,])(\d+)\s*(?:points?\b|балл)|(?<=\|\s*)(\d+)(?=\s*\|)/gi;

/** The points in the lines that name the task, and in the first paragraph below a heading that does. */
function statedPoints(text: string, task: string): readonly number[] {
  const lines = text.split('\n');
  const told = lines.flatMap((line, index) => {
    if (!names(line, task)) return [];
    return line.startsWith('#') ? [line, firstParagraph(lines.slice(index + 1))] : [line];
  });
  return told.flatMap((line) => [...line.matchAll(pointsPattern)].map(([, spoken, cell]) => Number(spoken ?? cell)));
}

function firstParagraph(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.trim() !== '');
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => line.trim() === '' || line.startsWith('#'));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

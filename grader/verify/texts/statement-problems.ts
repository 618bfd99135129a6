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
    ...tasks.flatMap((task) =>
      taskProblems(
        task,
        text,
        file,
        tasks.map(({ id }) => id),
      ),
    ),
  ];
}

function taskProblems(
  { id, points }: TaskEntry,
  text: string,
  file: string,
  ids: readonly string[],
): readonly Problem[] {
  if (!names(text, id)) return [problem('statement-without', file, { what: id })];
  const claims = claimsOf(text, id, ids);
  const found = [...new Set(claims.flatMap(({ numbers }) => numbers))];
  const isContradicted = claims.some(
    ({ isStrict, numbers }) => isStrict && numbers.length > 0 && !numbers.includes(points),
  );
  if (found.includes(points) && !isContradicted) return [];
  return [problem('statement-points', file, { task: id, points, found: found.join(', ') })];
}

/** Numbers that stand beside a task's name. In a heading or a row of a table of its own its points are among them. */
interface Claim {
  readonly numbers: readonly number[];
  readonly isStrict: boolean;
}

/** In the lines that name the task, and in the first paragraph below a heading that does. */
function claimsOf(text: string, task: string, ids: readonly string[]): readonly Claim[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!names(line, task)) return [];
    const isOfOthers = ids.some((id) => id !== task && names(line, id));
    const own = { numbers: pointsIn(line), isStrict: /^[#|]/.test(line) && !isOfOthers };
    const below = { numbers: pointsIn(firstParagraph(lines.slice(index + 1))), isStrict: false };
    return line.startsWith('#') ? [own, below] : [own];
  });
}

/** "10 points", "points: 10", the same in Russian, or a cell of a table with a number and nothing else. */
const pointsPattern =
  /(?<![\d.,])(\d+)\s*(?:points?\b|балл)|(?:points|балл\p{L}*)\W{1,4}(\d+)|(?<=\|\s*)(\d+)(?=\s*\|)/giu;

const pointsIn = (text: string): readonly number[] =>
  [...text.matchAll(pointsPattern)].map(([, before, after, cell]) => Number(before ?? after ?? cell));

function firstParagraph(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.trim() !== '');
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => line.trim() === '' || line.startsWith('#'));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

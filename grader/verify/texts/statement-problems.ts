import { messagesIn } from '../../catalogue/catalogue.ts';
import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language, TaskEntry } from '../../load/assignment/manifest.ts';
import { type Problem, problem } from '../verification.ts';
import { misnamed } from './misnamed.ts';
import { names, readText } from './read-text.ts';

/** statement.LANGUAGE.md names every file, and every task together with its points. */
export function statementProblems({ folder, manifest, grading }: Assignment, language: Language): readonly Problem[] {
  const file = `statement.${language}.md`;
  const text = readText(folder, file);
  if (text === undefined) return [problem('no-file', file)];
  const { tasks } = manifest;
  const pattern = pointsPattern(messagesIn(language).verify.points);
  const files = [...new Set(tasks.map((task) => task.file))];
  return [
    ...headingProblems(text, file, grading.tasks),
    ...files.filter((name) => !text.includes(name)).map((what) => problem('statement-without', file, { what })),
    ...tasks.flatMap((task) =>
      taskProblems(
        task,
        text,
        file,
        tasks.map(({ id }) => id),
        pattern,
      ),
    ),
  ];
}

/** Calls in headings are called as the tasks are, with their arguments in their order. */
function headingProblems(text: string, file: string, tasks: Assignment['grading']['tasks']): readonly Problem[] {
  const headings = text.split('\n').flatMap((line, index) => {
    const [, id, names] = /^#+ [^`]*`(\w+)\(([^()]*)\)`/.exec(line) ?? [];
    return id === undefined || names === undefined ? [] : [{ id, names, where: `${file}:${index + 1}` }];
  });
  const named = headings.map(({ id }) => id);
  return [
    ...misnamed(
      file,
      Object.keys(tasks).filter((id) => !named.includes(id)),
      named.filter((id) => tasks[id] === undefined),
    ).problems,
    ...headings.flatMap(({ id, names, where }) => {
      const expected = tasks[id]?.parameters.join(', ') ?? names;
      return names === expected ? [] : [problem('statement-call', where, { task: id, found: names, expected })];
    }),
  ];
}

function taskProblems(
  { id, points }: TaskEntry,
  text: string,
  file: string,
  ids: readonly string[],
  pattern: RegExp,
): readonly Problem[] {
  if (!names(text, id)) return [problem('statement-without', file, { what: id })];
  const claims = claimsOf(text, id, ids, pattern);
  const found = [...new Set(claims.flatMap(({ numbers }) => numbers))];
  const isContradicted = claims.some(
    ({ isStrict, numbers }) => isStrict && numbers.length > 0 && !numbers.includes(points),
  );
  if (found.includes(points) && !isContradicted) return [];
  return [problem('statement-points', file, { task: id, points, found: found.join(', ') || '∅' })];
}

/** Numbers that stand beside a task's name. In a heading or a row of a table of its own its points are among them. */
interface Claim {
  readonly numbers: readonly number[];
  readonly isStrict: boolean;
}

/** In the lines that name the task, and in the first paragraph below a heading that does. */
function claimsOf(text: string, task: string, ids: readonly string[], pattern: RegExp): readonly Claim[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    if (!names(line, task)) return [];
    const isOfOthers = ids.some((id) => id !== task && names(line, id));
    const own = { numbers: pointsIn(line, pattern), isStrict: /^[#|]/.test(line) && !isOfOthers };
    const below = { numbers: pointsIn(firstParagraph(lines.slice(index + 1)), pattern), isStrict: false };
    return line.startsWith('#') ? [own, below] : [own];
  });
}

/** "10 points", "points: 10" in the words of a language, or a cell of a table with a number and nothing else. */
const pointsPattern = (words: string): RegExp =>
  new RegExp(
    `(?<![\\d.,])(\\d+)\\s*(?:${words})(?!\\p{L})|(?:${words})\\W{1,4}(\\d+)|(?<=\\|\\s*)(\\d+)(?=\\s*\\|)`,
    'giu',
  );

const pointsIn = (text: string, pattern: RegExp): readonly number[] =>
  [...text.matchAll(pattern)].map(([, before, after, cell]) => Number(before ?? after ?? cell));

function firstParagraph(lines: readonly string[]): string {
  const start = lines.findIndex((line) => line.trim() !== '');
  const rest = start < 0 ? [] : lines.slice(start);
  const end = rest.findIndex((line) => line.trim() === '' || line.startsWith('#'));
  return rest.slice(0, end < 0 ? undefined : end).join('\n');
}

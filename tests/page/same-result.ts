import { expect } from 'vitest';
import type { Result } from '../../grader/report/result.ts';
import type { Tab } from './engines/web-driver.ts';

/** What an engine's Math gives. A function by itself: it runs in a page as it runs here. */
function mathOf(): readonly number[] {
  const { exp, log, tanh, sin, cos, expm1, log1p, log2, cbrt } = Math;
  const at = Array.from({ length: 20_000 }, (_, index) => (index * 0.618_033_988_749_895) % 8);
  return at.flatMap((x) => [
    ...[exp, tanh, sin, cos, expm1, cbrt].map((of) => of(x - 4)),
    ...[log, log1p, log2].map((of) => of(x)),
    x ** (x - 4),
  ]);
}
const mathHere = mathOf().join();

/** How far numbers may lie apart: not at all, where the page's engine has the Math of this one. */
export const toleranceOf = async (page: Tab): Promise<number> =>
  (await page.evaluate(mathOf, undefined)).join() === mathHere ? 0 : 1e-9;

const number = /\d+(?:\.\d+)?(?:e[-+]?\d+)?/g;

type TaskResult = Result['tasks'][number];

/** Each engine has a column of its own for what was thrown. */
const withoutColumn = (task: TaskResult): TaskResult =>
  task.status === 'threw' ? { ...task, position: task.position?.replace(/:\d+$/, '') ?? '', source: '' } : task;

/** A result without what differs from one machine to another: its text with # for numbers, and the numbers. */
function apart({ sandbox: _, notStrict: __, ...result }: Result, hasColumns: boolean) {
  const tasks = result.tasks.map((task) => ({ ...(hasColumns ? task : withoutColumn(task)), durationMs: 0 }));
  const text = JSON.stringify({ ...result, durationMs: 0, tasks }, null, 1);
  return { words: text.replaceAll(number, '#'), numbers: (text.match(number) ?? []).map(Number) };
}

/** Two engines gave the same result: the same words, and numbers as near as the tolerance says. */
export function expectSame(first: Result, second: Result, { name, tolerance }: { name: string; tolerance: number }) {
  const hasColumns = tolerance === 0;
  const [one, other] = [apart(first, hasColumns), apart(second, hasColumns)];
  expect(one.words, name).toBe(other.words);
  const far = one.numbers.flatMap((a, index) => {
    const b = other.numbers[index] ?? Number.NaN;
    return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) ? [] : [[a, b]];
  });
  expect(far, name).toEqual([]);
}

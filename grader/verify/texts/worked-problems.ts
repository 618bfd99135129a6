import type { Assignment } from '../../load/assignment/grading.ts';
import type { Language } from '../../load/assignment/manifest.ts';
import { plainMarkdown } from '../../plain-math/plain-math.ts';
import { agrees } from '../../worked/agrees.ts';
import { equalitiesIn } from '../../worked/equalities.ts';
import { evaluate } from '../../worked/evaluate.ts';
import { workedExamples } from '../../worked/examples.ts';
import { scopeOf } from '../../worked/scope.ts';
import { valueText } from '../../worked/value-text.ts';
import { type Problem, problem } from '../verification.ts';
import { readText } from './read-text.ts';

/**
 * The numbers of statement and hints: each value in a block of code is what the expression above it gives with the
 * reference, and sums, products and roots in sentences and formulas come to what is written behind them.
 */
export const workedProblems = (assignment: Assignment, language: Language): readonly Problem[] =>
  [`statement.${language}.md`, `hints.${language}.md`].flatMap((file) => {
    const text = readText(assignment.folder, file) ?? '';
    return [...exampleProblems(assignment, file, text), ...unreadProblems(file, text), ...equalityProblems(file, text)];
  });

const equalityProblems = (file: string, text: string): readonly Problem[] =>
  equalitiesIn(plainMarkdown(text))
    .filter(({ left, right, tolerance }) => !(Math.abs(left - right) <= tolerance))
    .map(({ text: equality, left }) => problem('wrong-sum', file, { equality, expected: left }));

/** What looks like a worked value: an arrow that begins a comment. */
const arrow = /\/\/ *→.*$/gm;

/** Values that stand where nobody holds them against the reference. */
const unreadProblems = (file: string, text: string): readonly Problem[] => {
  const read = workedExamples(text);
  return [...text.matchAll(arrow)]
    .filter(({ index }) => !read.some(({ start, end }) => index >= start && index < end))
    .map(({ 0: written }) => problem('worked-unread', file, { written }));
};

function exampleProblems({ grading }: Assignment, file: string, text: string): readonly Problem[] {
  const scope = scopeOf(grading);
  return workedExamples(text).flatMap(({ before, expression, written }) => {
    try {
      const value = evaluate(before, expression, scope);
      return agrees(written, value)
        ? []
        : [problem('worked-value', file, { expression, written, expected: valueText(value) })];
    } catch (error) {
      return [
        problem('worked-throws', file, { expression, error: error instanceof Error ? error.message : String(error) }),
      ];
    }
  });
}

import pc from 'picocolors';
import { fill, type Messages } from '../../catalogue/catalogue.ts';
import type { Failure } from '../../check/failure.ts';
import {
  isProved,
  type Point,
  type PointName,
  type Problem,
  pointNames,
  type Verification,
} from '../../verify/verification.ts';
import { literal } from '../values/literal.ts';
import { shortNumber } from '../values/numbers.ts';

/** What was proved, as a table with a row for each assignment, and below it a line for each thing that does not hold. */
export function renderVerifications(
  verifications: readonly Verification[],
  messages: Messages,
  useColor: boolean,
): string {
  const colors = pc.createColors(useColor);
  const head = [messages.verify.assignment, ...pointNames.map((name) => messages.verify.point[name])];
  const rows = verifications.map(({ assignment, points }) => [
    assignment,
    ...pointNames.map((name) => cellOf(points.find((point) => point.name === name))),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const inColumns = (row: readonly string[]): readonly string[] =>
    row.map((cell, column) => cell.padEnd(widths[column]!));
  const paint = (cell: string): string => (cell.startsWith(marks.holds) ? colors.green(cell) : colors.red(cell));
  const table = rows.map((row) =>
    inColumns(row)
      .map((cell, column) => (column === 0 ? cell : paint(cell)))
      .join('  '),
  );
  const [first] = verifications;
  const legend = first && { first: first.seed, last: (first.seed + first.runs - 1) % 2 ** 32 };
  return [
    colors.bold(inColumns(head).join('  ').trimEnd()),
    ...table.map((row) => row.trimEnd()),
    '',
    ...verifications.flatMap((one) => problemLines(one, messages)).map((line) => colors.red(line)),
    ...(verifications.every(isProved) ? [] : ['']),
    ...(legend ? [colors.dim(fill(messages.verify.legend, legend)), ...confusionLines(verifications, messages)] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** Which mistakes come out together, or that none do. */
function confusionLines(verifications: readonly Verification[], { verify }: Messages): readonly string[] {
  const sets = verifications.flatMap(({ assignment, points }) =>
    points.flatMap(({ confused = [] }) => confused.map((set) => ({ assignment, ids: set.join(', ') }))),
  );
  return sets.length === 0 ? [verify.noneConfused] : sets.map((set) => fill(verify.confused, set));
}

const marks = { holds: '✓', broken: '✗', unknown: '–' } as const;

function cellOf(point: Point | undefined): string {
  if (point === undefined) return marks.unknown;
  const mark = point.problems.length === 0 ? marks.holds : marks.broken;
  const isExamined = Object.keys(point.figures).length > 0;
  return isExamined ? `${mark} ${figureTexts[point.name](point.figures)}` : mark;
}

const percent = (share: number): string => `${Math.floor(100 * share)} %`;

/** The figures that tell how much was tried, as short as a column wants them. */
const figureTexts: Readonly<Record<PointName, (figures: Point['figures']) => string>> = {
  reference: ({ points }) => `${points}`,
  stub: ({ points }) => `${points}`,
  trivial: ({ lost, answers }) => `${lost}/${answers}`,
  misconceptions: ({ lost, misconceptions, named, rightDiagnosed }) =>
    `${lost}/${misconceptions}${misconceptions ? `, ${percent(named! / misconceptions)}, ${rightDiagnosed}` : ''}`,
  laws: ({ needed, laws }) => `${needed}/${laws}`,
  rightAnswers: ({ passed, answers }) => `${passed}/${answers}`,
  falseFails: ({ upperBound, alpha }) =>
    `${upperBound === null ? '' : `< ${shortNumber(upperBound!, 2)}, `}${shortNumber(alpha!, 2)}`,
  texts: ({ languages }) => `${languages}`,
  regions: ({ stopped, answers, landmarks }) => `${stopped}/${answers}, ${landmarks}`,
};

/** Files and names that do not agree make much else fail: they are said first. */
const isOfNames = ({ code, where }: Problem): boolean =>
  where.startsWith('src/') || code === 'misnamed' || code === 'unknown-task' || code === 'id-twice';

/** `✗ ASSIGNMENT · POINT · WHERE: what is wrong, and what to do` */
function problemLines({ assignment, points }: Verification, messages: Messages): readonly string[] {
  const all = points.flatMap(({ name, problems }) => problems.map((problem) => ({ name, problem })));
  return [...all.filter(({ problem }) => isOfNames(problem)), ...all.filter(({ problem }) => !isOfNames(problem))].map(
    ({ name, problem }) =>
      `${marks.broken} ${assignment} · ${messages.verify.point[name]} · ${problem.where}: ${problemText(problem, messages)}`,
  );
}

function problemText({ code, values, failure }: Problem, { verify }: Messages): string {
  const text = fill(verify.problem[code], values);
  return failure ? `${text} ${fill(verify.counterexample, counterexampleOf(failure))}` : text;
}

function counterexampleOf(
  failure: Failure & { readonly task: string },
): Record<'call' | 'expected' | 'received', string> {
  const call = `${failure.task}(${failure.args.map((arg) => literal(arg)).join(', ')})`;
  switch (failure.kind) {
    case 'broken': {
      const { expected, received, path = '' } = failure.violation;
      return { call: call + path, expected: literal(expected), received: literal(received) };
    }
    case 'mismatch': {
      const { expected, received, path } = failure.mismatch;
      return { call: call + path, expected, received: literal(received) };
    }
    case 'threw':
      return { call, expected: marks.unknown, received: `${failure.error.name}: ${failure.error.message}` };
    case 'timeout':
    case 'crashed':
      return { call, expected: marks.unknown, received: failure.kind };
  }
}

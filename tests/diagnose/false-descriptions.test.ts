import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { placesOf, ruleOf } from '../../grader/diagnose/describe/describe.ts';
import type { Described } from '../../grader/diagnose/describe/numbers.ts';
import { diagnostics } from '../../grader/diagnose/diagnose.ts';
import { evidenceCalls, isRandomCall, type Row } from '../../grader/diagnose/names/evidence.ts';
import { leavesOf } from '../../grader/diagnose/names/leaves.ts';
import { type Data, Foreign, isList, isRecord, type Task } from '../../grader/kit.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { isLong } from '../long.ts';
import { answering } from './answering.ts';

/**
 * Answers that nobody has thought of: the right one with its lists emptied, shortened or lengthened, or with some of its
 * numbers replaced, by a chance that the arguments decide. Whatever is said of them has to be so, by a count made here.
 */
type Spoil = (right: Data, random: () => number) => Data;

const numbersBy =
  (f: (x: number) => Data, share: number): Spoil =>
  (data, random) => {
    if (typeof data === 'number') return random() < share ? f(data) : data;
    if (isList(data)) return data.map((entry) => numbersBy(f, share)(entry, random));
    return isRecord(data)
      ? Object.fromEntries(Object.entries(data).map(([k, v]) => [k, numbersBy(f, share)(v, random)]))
      : data;
  };

const listsBy =
  (f: (list: readonly Data[]) => readonly Data[], share: number): Spoil =>
  (data, random) => {
    if (isList(data)) return random() < share ? f(data) : data.map((entry) => listsBy(f, share)(entry, random));
    return isRecord(data)
      ? Object.fromEntries(Object.entries(data).map(([k, v]) => [k, listsBy(f, share)(v, random)]))
      : data;
  };

const ofNumbers = [() => Number.NaN, () => Infinity, () => 0, () => 7, (x: number) => x + 1, (x: number) => 3 * x];
/** What a student may return where a number belongs, and is none. */
const ofForeign = [() => null, () => 'seven', () => true, () => new Foreign('too-large'), () => new Foreign('promise')];
const ofLists = [
  () => [],
  (list: readonly Data[]) => list.slice(0, -1),
  (list: readonly Data[]) => list.slice(1),
  (list: readonly Data[]) => [...list, Number.NaN],
  (list: readonly Data[]) => (list.length === 0 ? list : list.with(-1, Number.NaN)),
  (list: readonly Data[]) => (list.length === 0 ? list : list.with(0, Number.NaN)),
];
/** All numbers or lists, and some of them. */
const shares = [1, 0.3];
const spoils: readonly Spoil[] = shares.flatMap((share) => [
  ...[...ofNumbers, ...ofForeign].map((f) => numbersBy(f, share)),
  ...ofLists.map((f) => listsBy(f, share)),
]);

/** A stream of numbers in [0, 1) that a text decides. */
function chanceOf(text: string): () => number {
  let state = [...text].reduce((hash, char) => Math.imul(hash ^ char.charCodeAt(0), 16777619), 2166136261);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** The numbers of an answer; where one is undefined, it is none. What is no number at all is not counted. */
function numbersIn(value: Data): readonly number[] {
  if (typeof value === 'number') return [value];
  if (isList(value)) return value.flatMap(numbersIn);
  return isRecord(value) ? Object.values(value).flatMap(numbersIn) : value === undefined ? [Number.NaN] : [];
}
const numbersOf = ({ outcome }: Row): readonly number[] => (outcome.kind === 'value' ? numbersIn(outcome.value) : []);
const isBad = (row: Row): boolean => numbersOf(row).some((x) => !Number.isFinite(x));

/** Of a list, which of its entries are right, if that is a list of as many. */
function rightEntries({ right, outcome }: Row): readonly boolean[] {
  if (outcome.kind !== 'value' || !isList(right) || !isList(outcome.value)) return [];
  const { value } = outcome;
  return right.map((entry, i) => {
    const [expected, received] = [leavesOf(entry), leavesOf((value as readonly Data[])[i])];
    const isNear = (x: number, y: number | undefined): boolean =>
      y !== undefined && (Object.is(x, y) || Math.abs(x - y) <= 1e-6 * Math.abs(x) + 1e-9);
    return expected.length === received.length && expected.every(({ x }, k) => isNear(x, received[k]?.x));
  });
}
const ofWrong = (rows: readonly Row[], isSo: (entries: readonly boolean[]) => boolean): boolean =>
  rows.filter(({ isWrong }) => isWrong).every((row) => isSo(rightEntries(row)));
const isOne = ({ length }: readonly boolean[]): boolean => length === 1;

/** What each description claims, of all calls that were asked. */
const claims: Readonly<Record<string, (rows: readonly Row[], values: Described['values']) => boolean>> = {
  'nan-everywhere': (rows) => rows.every(isBad),
  'nan-some': (rows, { count }) => rows.filter(isBad).length === Number(count),
  'nan-where': (rows) => rows.some(isBad),
  'nan-mostly-where': (rows) => rows.some(isBad),
  'nan-missing': (rows) => rows.some(isBad),
  'nan-last': (rows) => rows.filter(isBad).every((row) => numbersOf(row).slice(0, -1).every(Number.isFinite)),
  'nan-first': (rows) => rows.filter(isBad).every((row) => numbersOf(row).slice(1).every(Number.isFinite)),
  constant: (rows, { value }) =>
    rows.every((row) => numbersOf(row).every((x) => Object.is(x, Number(value)))) &&
    rows.some((row) => numbersOf(row).length > 0),
  'only-first': (rows) => ofWrong(rows, (entries) => entries.slice(1).every(Boolean) && entries.length > 0),
  'only-last': (rows) => ofWrong(rows, (entries) => entries.slice(0, -1).every(Boolean) && entries.length > 0),
  'not-first': (rows) => ofWrong(rows, (entries) => entries[0] === true || isOne(entries)),
  'not-last': (rows) => ofWrong(rows, (entries) => entries.at(-1) === true || isOne(entries)),
  where: (rows) => rows.some(({ isWrong }) => !isWrong),
  'mostly-where': (rows) => rows.some(({ isWrong }) => !isWrong),
};

/** The answers of 05 have the shapes of those of 01, and take as long as all others together. */
const slugs = readdirSync('assignments').filter((slug) => !slug.startsWith('05'));

describe.each(slugs)('what is said of a wrong answer that nobody has thought of, to a task of %s', async (slug) => {
  const { grading } = await loadAssignment(projectRoot(), slug);
  const tasks = Object.values(grading.tasks).filter((task) =>
    evidenceCalls(task, grading.laws).some((args) => !isRandomCall(args)),
  );
  const ofTask = tasks.map((task) => [task.id, task] as const);

  test.each(ofTask)('is so: %s', (_, task) => expectTrue(task, (kind) => kind % 3 === 0));

  test.skipIf(!isLong).each(ofTask)('is so for more of them: %s', (_, task) =>
    expectTrue(task, (kind) => kind % 3 > 0),
  );

  async function expectTrue(task: Task, isTried: (kind: number) => boolean): Promise<void> {
    const domain = grading.domains.find((one) => one.task.id === task.id);
    const diagnosis = diagnostics(task, grading.laws, [], domain);
    let said = 0;
    for (const [kind, spoil] of spoils.entries()) {
      if (!isTried(kind)) continue;
      const answer = answering((args) => {
        const right = (task.answer as unknown as (...all: readonly Data[]) => Data)(...args);
        return spoil(right, chanceOf(JSON.stringify(args)));
      });
      const { rows } = await diagnosis.ask(answer);
      if (!rows.some(({ isWrong }) => isWrong)) continue;
      const rule = ruleOf(rows, task);
      const found = rule ? [rule] : await placesOf(rows, diagnosis.clearOf(rows), task, answer);
      for (const { id, values } of found) {
        said++;
        expect({ kind, id, isSo: claims[id]?.(rows, values) ?? true }).toEqual({ kind, id, isSo: true });
      }
    }
    expect(said).toBeGreaterThan(0);
  }
});

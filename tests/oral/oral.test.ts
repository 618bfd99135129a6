import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readAssignmentWords } from '../../grader/catalogue/assignment-words.ts';
import { nodeHost } from '../../grader/host/node-host.ts';
import { type Asked, areClose, type Data, inLanguage, type Tolerance } from '../../grader/kit.ts';
import { listAssignments, loadAssignment, loadOral, projectRoot } from '../../grader/load/assignment/grading.ts';
import { readSubmission } from '../../grader/load/submission/submission.ts';
import type { Answered } from '../../grader/oral/answered.ts';
import { survey } from '../../grader/oral/change/survey.ts';
import { type Examination, examine, sheetOf } from '../../grader/oral/sheet.ts';
import { type Case, layOut, readCases } from '../cases.ts';
import { isLong } from '../long.ts';
import { handWritten, variances } from './hand-written.ts';
import { evaluated, type Functions, functionsIn } from './own-run.ts';

const root = projectRoot();
const ids = Array.from({ length: 50 }, (_, i) => `student-${i + 1}`);
const first = 3;

/** Right submissions add 1e-6 to a norm, or keep 32 bits of a weight. */
const asRight: Tolerance = { relative: 1e-5, absolute: 1e-7 };
/** A sheet calls two answers the same to four digits. */
const asSame: Tolerance = { relative: 1e-4, absolute: 1e-9 };

const isSame = (a: unknown, b: unknown, tolerance: Tolerance): boolean =>
  (areClose(a as Data, b as Data, tolerance) && areClose(b as Data, a as Data, tolerance)) ||
  JSON.stringify(a) === JSON.stringify(b);

/** One submission, surveyed once, as it is asked for each of its students. */
async function opened(slug: string, folder: string) {
  const assignment = await loadAssignment(root, slug);
  const files = readSubmission(folder, assignment.manifest, path.join(assignment.folder, 'src'));
  const subject = { assignment, files, host: nodeHost('local') };
  const oral = await loadOral(root, assignment);
  const changes = await survey(subject, oral);
  const sheet = (examination: Examination, language: 'en' | 'ru' = 'en') =>
    sheetOf(examination, assignment, oral, language, readAssignmentWords(assignment.folder, language));
  return { assignment, oral, changes, sheet, ask: (id: string) => examine(subject, oral, id, changes) };
}

type Opened = Awaited<ReturnType<typeof opened>>;

/** What the same function gives in a way that is as right: there the hand-written one has another number. */
const isDrawn = ({ expression }: Asked): boolean => /(?:Uniform|Normal|initializeNetwork)\(/.test(expression);

/** Logarithms of frequencies, up to a constant that softmax does not see. */
function isBias({ expression }: Asked, answer: Data): boolean {
  const frequencies = JSON.parse(/\((\[.*\])\)/.exec(expression)![1]!) as number[];
  return isSame(
    (answer as number[]).map((b) => b - (answer as number[])[0]!),
    frequencies.map((p) => Math.log(p / frequencies[0]!)),
    asRight,
  );
}

const valueIn = (answered: Answered): Data => (answered.kind === 'value' ? answered.data : answered.kind);

/** An answer that is in a key, held against what is written by hand. */
function isByHand(asked: Asked, answer: Data, { assignment }: Opened, own: Functions): boolean {
  if (asked.expression.startsWith('outputBias(')) return isBias(asked, answer);
  // How random numbers become weights is a submission's own affair: it is run here in another way.
  const functions = isDrawn(asked) && !/^\(\(n\)/.test(asked.expression) ? own : handWritten;
  return isSame(evaluated(asked, functions, assignment), answer, asRight);
}

/** A single weight, out of draws that are always the same: by its own rule, or by Box and Muller's where it has that. */
function isWeight(asked: Asked, answer: Data, opening: Opened): boolean {
  if (isByHand(asked, answer, opening, {})) return true;
  const [, name = '', n, m, u] = /w = (\w+)\((\d+), (\d+), \{ uniform: \(\) => \(n\+\+, ([-\d.]+)\)/.exec(
    asked.expression,
  )!;
  const count = Number(n) * Number(m);
  const [of] = variances[name]!;
  const radius = Math.sqrt(-2 * Math.log(1 - Number(u)));
  const weight = Math.sqrt(of(Number(n), Number(m))) * radius * Math.cos(2 * Math.PI * Number(u));
  return isSame({ weight, draws: 2 * Math.ceil(count / 2) }, answer, asRight);
}

function checkByHand({ byHand, byHandAnswers }: Examination, opening: Opened): void {
  for (const [at, asked] of byHand.asked.entries()) {
    const answer = valueIn(byHandAnswers[at]!);
    const holds = /^\(\(n\)/.test(asked.expression)
      ? isWeight(asked, answer, opening)
      : isByHand(asked, answer, opening, {});
    expect([asked.expression, answer, holds]).toEqual([asked.expression, answer, true]);
  }
}

function checkOneLine({ change }: Examination, folder: string, opening: Opened): void {
  const { file, text, probes, effects, before, after } = change!;
  expect(before).not.toBe(after);
  const own = functionsIn(folder, opening.assignment);
  const changed = functionsIn(folder, opening.assignment, { file, text });
  const seen = probes.asked.map((asked, at) => {
    const effect = effects[at]!;
    const was = valueIn(effect.before);
    expect([asked.expression, isByHand(asked, was, opening, own)]).toEqual([asked.expression, true]);
    const is = evaluated(asked, changed, opening.assignment);
    const throws = typeof is === 'string';
    expect([asked.expression, throws]).toEqual([asked.expression, effect.after.kind !== 'value']);
    if (!throws) expect(isSame(is, valueIn(effect.after), asRight)).toBe(true);
    const same = !throws && isSame(evaluated(asked, own, opening.assignment), is, asSame);
    expect([asked.expression, effect.isSame]).toEqual([asked.expression, same]);
    return same;
  });
  expect(seen).toContain(false);
}

function checkWhich({ whichIsWhich, whichAnswers }: Examination, keys: string, opening: Opened): void {
  const shown = new Set<string>();
  for (const [at, { asked, heights, kind, values }] of whichIsWhich.lines.entries()) {
    const answer = whichAnswers[at]!;
    expect(answer.kind).toBe('value');
    const value = valueIn(answer);
    const letter = 'ABCDE'[at]!;
    const words = inLanguage(opening.oral.words, 'en').whichIsWhich[whichIsWhich.id]!;
    const name = words.kinds[kind]!.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!);
    expect(keys).toContain(`\n- ${letter}: ${name}\n`);
    const line = heights(value as never);
    shown.add(line.map((height) => height.toPrecision(3)).join());
    const initializer = variances[asked.call?.task ?? ''];
    if (initializer === undefined) {
      const expected = heights(evaluated(asked, handWritten, opening.assignment) as never);
      expect(isSame(line, expected, { relative: 1e-4, absolute: 1e-4 })).toBe(true);
    } else {
      const weights = (value as number[][]).flat();
      const [fanIn = 0, fanOut = 0] = asked.call!.args as number[];
      const [of, isUniform] = initializer;
      const std = Math.sqrt(of(fanIn, fanOut));
      const moment = (k: number): number => weights.reduce((sum, w) => sum + (w / std) ** k, 0) / weights.length;
      // 2,500 weights at least: five deviations of the estimates.
      expect(Math.abs(moment(2) - 1)).toBeLessThan(5 * Math.sqrt(2 / weights.length));
      expect(moment(4) < 2.4).toBe(isUniform);
    }
  }
  expect(shown.size).toBe(whichIsWhich.lines.length);
}

/** Without code and formulas, in which braces are no places to be filled. */
const proseOf = (text: string): string =>
  text
    .replace(/^(`{3,})[\s\S]*?^\1$/gm, '')
    .replace(/`[^`]*`/g, '')
    .replace(/\$[^$]*\$/g, '');

const withoutName = (text: string): string => text.replace(/^# .*$/m, '');

const right = listAssignments(root).flatMap((slug) =>
  readCases(slug)
    .filter(({ tasks }) => Object.keys(tasks).length === 0)
    .map((one) => [slug, one.name, one] as const),
);
/** Two of each assignment are asked for fifty students, the others for three. */
const many = listAssignments(root).flatMap((slug) => right.filter(([own]) => own === slug).slice(-2));
const folders = new Map(right.map(([, , one]) => [one, layOut(one)]));
afterAll(() => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

describe('the sheets of a right submission have three questions, and keys that hold', () => {
  const openings = new Map<Case, Promise<Opened>>();
  const openingOf = (slug: string, one: Case): Promise<Opened> => {
    const opening = openings.get(one) ?? opened(slug, folders.get(one)!);
    openings.set(one, opening);
    return opening;
  };

  async function expectSheets(students: readonly string[], slug: string, one: Case): Promise<void> {
    const folder = folders.get(one)!;
    const opening = await openingOf(slug, one);
    const texts = new Set<string>();
    for (const id of students) {
      const examination = await opening.ask(id);
      const { text, keys } = opening.sheet(examination);
      expect(text.match(/^## \d\. /gm)).toEqual(['## 1. ', '## 2. ', '## 3. ']);
      expect(keys.match(/^\*\*Key\*\*$/gm)).toHaveLength(3);
      expect(proseOf(`${text}${keys}`)).not.toMatch(/\{[a-z]\w*\}|undefined|cannot be computed/);
      checkByHand(examination, opening);
      checkOneLine(examination, folder, opening);
      checkWhich(examination, keys, opening);
      const russian = opening.sheet(examination, 'ru');
      expect(russian.keys.match(/^\*\*Ответ\*\*$/gm)).toHaveLength(3);
      expect(proseOf(`${russian.text}${russian.keys}`)).not.toMatch(/\{[a-z]\w*\}|undefined|вычислить нельзя/);
      texts.add(withoutName(text));
    }
    expect(texts.size).toBe(students.length);
  }

  test.each(right)('%s, %s', { timeout: 600_000 }, (slug, _, one) => expectSheets(ids.slice(0, first), slug, one));

  describe.skipIf(!isLong)('for fifty students', () => {
    test('of each assignment there are two', () => expect(many).toHaveLength(10));
    test.each(many)('%s, %s', { timeout: 600_000 }, (slug, _, one) => expectSheets(ids, slug, one));
  });
});

test('the same id gives the same sheet', async () => {
  const opening = await opened('02-saturation', path.resolve('tests/submissions/02-saturation/right-textbook'));
  const [first, again] = [opening.sheet(await opening.ask('anna')), opening.sheet(await opening.ask('anna'))];
  expect(again).toEqual(first);
});

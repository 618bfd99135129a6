import { type AssignmentWords, fill, messagesIn } from '../../grader/catalogue/catalogue.ts';
import type { Failure, Finding } from '../../grader/check/failure.ts';
import type { Status } from '../../grader/judge/status.ts';
import { type Data, Interval } from '../../grader/kit.ts';
import { describeFinding } from '../../grader/report/failure/describe.ts';
import { descriptionTitle } from '../../grader/report/failure/recognized.ts';
import type { Diagnosis, TaskResult } from '../../grader/report/result.ts';

type Language = 'en' | 'ru';

const words: Readonly<Record<Language, AssignmentWords>> = {
  en: {
    laws: { holds: 'The sum of all entries is 1.' },
    misconceptions: {
      first: { title: 'a sum in place of a mean', explanation: 'Divide by $n$.' },
      second: { title: 'one entry left out', explanation: 'The loop ends at $n - 1$.' },
    },
  },
  ru: {
    laws: { holds: 'Сумма всех элементов равна 1.' },
    misconceptions: {
      first: { title: 'сумма вместо среднего', explanation: 'Разделите на $n$.' },
      second: { title: 'один элемент пропущен', explanation: 'Цикл кончается на $n - 1$.' },
    },
  },
};

export const wordsOf = (language: Language): AssignmentWords => words[language];

const law = 'holds';
const args: readonly Data[] = [[0.1, -2], 3];
const layer = (scale: number): Data => ({
  weights: [
    [scale / 3, -scale / 7],
    [scale, 0.5],
  ],
  biases: [0, scale],
});
const longArgs: readonly Data[] = [
  [layer(1), layer(2), layer(0.3)],
  [1 - 1e-12, 0.25],
];
const failed = (failure: Partial<Failure> & { kind: Failure['kind'] }): Finding =>
  ({ kind: 'failed', failure: { law, args, ...failure } }) as Finding;
const broken = (violation: object): Finding => failed({ kind: 'broken', violation } as never);
const notLoaded = (reply: object): Finding => ({ kind: 'not-loaded', reply }) as Finding;
const error = { name: 'TypeError', message: "Cannot read properties of undefined (reading '0') `|<b>", stack: '' };

const wrongAt = { kind: 'broken', violation: { expected: 1.003, received: 2.4e-17, path: '[0].weights[1][2]' } };

/** A task for each sentence that a finding can become. */
const findings: Readonly<Record<string, readonly [Status, Finding]>> = {
  wrong: ['failed', broken({ expected: [0.25, 0.5, 1 / 3], received: [0.25, 0.75, 1 / 3] })],
  wrongAt: ['failed', failed({ ...wrongAt, args: longArgs } as never)],
  wrongByLittle: ['failed', broken({ expected: [1, 0.5, 0.3], received: [1 - 2 ** -52, 0.5, 0.1 + 0.2] })],
  wrongSum: ['failed', broken({ expected: 1, received: 2 / 3, quantity: 'σ(z) + σ(−z)' })],
  wrongVariant: ['failed', broken({ expected: 0.02, received: 0.01 })],
  wrongLength: ['failed', broken({ expected: [1, 2], received: [1, 2, 3], kind: 'length' })],
  wrongRange: ['failed', broken({ expected: new Interval(2, 0.06), received: 1.9 })],
  argumentChanged: [
    'failed',
    broken({ expected: [0.1, -2], received: [0.1, 0], kind: 'argument-changed', path: 'values' }),
  ],
  notRepeatable: ['failed', broken({ expected: 1, received: 2, kind: 'not-repeatable' })],
  wrongShape: [
    'failed',
    failed({ kind: 'mismatch', mismatch: { path: '', expected: 'number', received: [1] } as never }),
  ],
  threw: ['threw', failed({ kind: 'threw', error })],
  endless: ['timeout', failed({ kind: 'timeout' })],
  slow: ['timeout', { kind: 'out-of-time', law }],
  outOfMemory: ['crashed', failed({ kind: 'crashed', reason: 'memory' })],
  ended: ['crashed', failed({ kind: 'crashed', reason: 'ended' })],
  notExported: ['missing', notLoaded({ kind: 'no-export' })],
  endlessFile: ['timeout', notLoaded({ kind: 'load-timeout' })],
  endedFile: ['crashed', notLoaded({ kind: 'load-crashed' })],
  brokenFile: ['invalid', notLoaded({ kind: 'load-threw', error })],
};

const diagnoses: Readonly<Record<string, readonly string[]>> = {
  wrong: ['first'],
  wrongAt: ['first', 'second'],
  wrongVariant: ['other-variant'],
  wrongByLittle: ['nan-where-number-large', 'first, where wrong'],
};

/** Where the student's file begins to define the function, or where it went wrong. */
const positions: Readonly<Record<string, string>> = { wrong: 'file.ts:12:17', threw: 'file.ts:3:9' };

/** A task of every status, those that were judged described as the grader describes them. */
export function failures(language: Language): readonly TaskResult[] {
  const messages = messagesIn(language);
  const base = (id: string, status: Status) => ({
    id,
    file: 'file.ts',
    status,
    points: status === 'passed' ? 5 : 0,
    maxPoints: 5,
    durationMs: 1,
  });
  const replay = (id: string) => `npm run check -- 09-everything/${id} --seed 7`;
  const described = Object.entries(findings).map(([id, [status, finding]]): TaskResult => {
    const position = positions[id];
    const { place, ...description } = describeFinding(finding as Exclude<Finding, { kind: 'passed' }>, {
      messages,
      words: wordsOf(language),
      task: id,
      file: 'file.ts',
      limits: { callMs: 500, taskMs: 10_000, heapMb: 256, outsideHeapMb: 64, frameMb: 16, printedKb: 64 },
      files: new Map(),
      rightAnswer: () => [1, 2],
    });
    const diagnosis = (diagnoses[id] ?? []).map((known): Diagnosis => {
      const [name = known, isWeak] = known.split(', ');
      const title = wordsOf(language).misconceptions[name]?.title;
      if (title !== undefined && isWeak !== undefined) {
        return { misconception: name, title: fill(messages.recognized.whereWrong, { title }), agrees: 'where-wrong' };
      }
      if (title !== undefined) return { misconception: known, title, agrees: 'everywhere' };
      return known === 'other-variant'
        ? { variant: 'leak = 0.2', title: messages.variant.answersAnother }
        : { description: known, title: descriptionTitle(known, { of: 'z', from: '710', to: '709' }, messages) };
    });
    return {
      ...base(id, status),
      ...description,
      ...(position !== undefined && { position }),
      ...(diagnosis.length > 0 && { diagnosis }),
      replay: replay(id),
    };
  });
  const { notStarted, blocked, notRun } = messages.message;
  return [
    base('passedTask', 'passed'),
    { ...base('passedAllTheSame', 'passed'), replaced: ['wrong'], printed: 'a line\n::error::of the student\n' },
    ...described,
    { ...base('untouched', 'not-started'), message: notStarted, replay: replay('untouched') },
    { ...base('waiting', 'blocked'), message: blocked.replace('{tasks}', 'wrong'), replay: replay('waiting') },
    { ...base('notAsked', 'not-run'), message: notRun },
  ];
}

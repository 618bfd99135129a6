import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { onTestFinished } from 'vitest';
import { nodeHost } from '../../grader/host/node-host.ts';
import {
  equals,
  type Law,
  misconceptions,
  mutants,
  number,
  type Proof,
  pure,
  rightAnswers,
  type Tasks,
  task,
  vector,
} from '../../grader/kit.ts';
import type { Grading, ProvableAssignment } from '../../grader/load/assignment/grading.ts';
import { readManifest } from '../../grader/load/assignment/manifest.ts';
import type { PointName, Problem, Verification } from '../../grader/verify/verification.ts';
import { verifyAssignment } from '../../grader/verify/verify.ts';

export const double = task<[x: number], number>('double', ['x'], number, (x) => 2 * x);
const negate = task<[v: number[]], number[]>('negate', ['v'], vector, (v) => v.map((x) => -x));

const tolerance = { relative: 1e-9, absolute: 0 };
export const near = fc.tuple(fc.integer({ min: -50, max: 50 }));
const far = fc.tuple(fc.integer({ min: 100, max: 200 }));
const vectors = fc.tuple(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 4 }));

const laws: readonly Law[] = [
  equals('doubles', double, { inputs: near, expected: double.answer, tolerance, probes: true }),
  equals('doubles-far', double, { inputs: far, expected: double.answer, tolerance, probes: true }),
  pure(double, near),
  equals('negates', negate, { inputs: vectors, expected: negate.answer, tolerance, probes: true }),
  pure(negate, vectors),
];

const grading: Grading = {
  tasks: { double, negate } as unknown as Tasks,
  laws,
  domains: [],
  measures: [],
  looks: () => [],
  figures: () => [],
  plots: [],
  tools: [],
  walks: [],
  misconceptions: [
    ...misconceptions(double, {
      'double-halves': (x) => x / 2,
      'double-only-near': (x) => (x <= 50 ? 2 * x : x),
      'double-only-far': (x) => (x <= 50 ? x : 2 * x),
    }),
    ...misconceptions(negate, {
      'negate-absolute': (v) => v.map((x) => -Math.abs(x)),
      'negate-in-place': (v) => v.splice(0).map((x) => -x),
    }),
  ],
};

/** Another answer the second time, by less than the other laws see. */
let isSecond = false;
const proof: Proof = {
  rightAnswers: [
    ...rightAnswers(double, { sum: (x) => x + x, quotient: (x) => x / 0.5 }),
    ...rightAnswers(negate, {
      loop(v) {
        const negated: number[] = [];
        for (const x of v) negated.push(-x);
        return negated;
      },
      difference: (v) => v.map((x) => 0 - x),
    }),
  ],
  mutants: mutants(double, {
    forgetful(x) {
      isSecond = !isSecond;
      return 2 * x * (isSecond ? 1 + 1e-12 : 1);
    },
  }),
};

const reference = '(() => ({ double: (x) => 2 * x, negate: (v) => v.map((x) => -x) }))();';

const hints = ['double', 'negate'].map(
  (id) => `## ${id}\n\n### 1\nA nudge.\n\n### 2\nA formula.\n\n### 3\nAn example.\n`,
);

const words = {
  laws: { doubles: 'Twice {x}.', 'doubles-far': 'Far, too.', negates: 'The other sign.' },
  misconceptions: Object.fromEntries(
    grading.misconceptions.map(({ id }) => [id, { title: id, explanation: 'As in $x^{2}$.' }]),
  ),
};

const stub = (id: string, parameter: string, type: string): string =>
  `import { NotImplemented } from './types';\nexport function ${id}(${parameter}: ${type}): ${type} {\n  throw new NotImplemented('${id}');\n}\n`;

const files: Readonly<Record<string, string>> = {
  'assignment.json': JSON.stringify({
    formatVersion: 1,
    id: 'tiny',
    version: '1.0.0',
    title: { en: 'Tiny', ru: 'Малое' },
    languages: ['en', 'ru'],
    variant: null,
    provided: ['types.ts'],
    limits: {},
    tasks: [
      { id: 'double', file: 'double.ts', points: 60 },
      { id: 'negate', file: 'vectors.ts', points: 40 },
    ],
  }),
  'src/types.ts': "export class NotImplemented extends Error {\n  override readonly name = 'NotImplemented';\n}\n",
  'src/double.ts': stub('double', 'x', 'number'),
  'src/vectors.ts': stub('negate', 'v', 'number[]'),
  'statement.en.md': '# Tiny\n\n## `double` (60 points)\nIn double.ts.\n\n| vectors.ts | `negate(v)` | 40 |\n',
  'statement.ru.md': '# Малое\n\n## `double`\n\nВ double.ts, 60 баллов.\n\n## negate, vectors.ts\nБаллы: 40.\n',
  'hints.en.md': hints.join('\n'),
  'hints.ru.md': hints.join('\n'),
  'messages.en.json': JSON.stringify(words),
  'messages.ru.json': JSON.stringify(words),
};

/** A whole assignment of two tasks, for which all nine points hold, in a folder of its own. */
export function tinyAssignment(): ProvableAssignment {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-tiny-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(path.join(folder, 'src'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return {
    folder,
    slug: path.basename(folder),
    manifest: readManifest(folder),
    grading,
    reference,
    alternatives: () => [],
    proof,
  };
}

/** Changes one file of an assignment. */
export function rewrite({ folder }: ProvableAssignment, name: string, change: (text: string) => string): void {
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

export const withGrading = (assignment: ProvableAssignment, changed: Partial<Grading>): ProvableAssignment => ({
  ...assignment,
  grading: { ...assignment.grading, ...changed },
});

export const withProof = (assignment: ProvableAssignment, changed: Partial<Proof>): ProvableAssignment => ({
  ...assignment,
  proof: { ...proof, ...changed },
});

export const verifyTiny = (assignment: ProvableAssignment, runs = 5): Promise<Verification> =>
  verifyAssignment(assignment, { seed: 0, runs, host: nodeHost('local') });

/** The problems of one point, as `code where`. */
export const problemsOf = ({ points }: Verification, name: PointName): readonly string[] =>
  points.filter((point) => point.name === name).flatMap(({ problems }) => problems.map(sentence));

export const allProblems = ({ points }: Verification): readonly string[] =>
  points.flatMap(({ problems }) => problems.map(sentence));

const sentence = ({ code, where }: Problem): string => `${code} ${where}`;

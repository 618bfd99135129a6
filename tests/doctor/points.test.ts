import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../grader/catalogue/catalogue.ts';
import {
  classroom50Points,
  gradescopePoints,
  gradescopeSum,
  junitPoints,
  obeyedCommands,
  reporterNotice,
  reporterTable,
  type Shown,
} from '../../grader/doctor/shown-points.ts';
import { filesOf } from '../../grader/doctor/submissions.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { annotations, autogradingJson } from '../../grader/report/formats/classroom.ts';
import { renderClassroom50 } from '../../grader/report/formats/classroom50.ts';
import { renderExercism } from '../../grader/report/formats/exercism.ts';
import { renderGradescope } from '../../grader/report/formats/gradescope.ts';
import { renderJunit } from '../../grader/report/formats/junit.ts';
import type { Reported } from '../../grader/report/formats/task-text.ts';
import type { Result } from '../../grader/report/result.ts';
import { nabla } from '../cli/run-nabla.ts';

const slug = '02-saturation';
const messages = messagesIn('en');
const now = '2026-11-30T08:00:00Z';
const right = path.resolve('tests/submissions', slug, 'right-textbook');

/** Each makes a submission in a folder, and says what it is to get. */
const submissions: Readonly<
  Record<string, { readonly points: number; readonly make: (src: string) => Promise<void> | void }>
> = {
  full: { points: 100, make: (src) => cpSync(right, src, { recursive: true }) },
  partial: {
    points: 75,
    make: (src) => {
      cpSync(right, src, { recursive: true });
      const tanh =
        'export const tanh = (z: number): number => Math.tanh(z) / 2;\nexport const tanhDerivative = (z: number): number => z;\n';
      writeFileSync(path.join(src, 'tanh.ts'), tanh);
    },
  },
  zero: { points: 0, make: () => {} },
  hostile: {
    points: 0,
    make: async (src) => {
      for (const [name, text] of Object.entries(filesOf('hostile', await loadAssignment(projectRoot(), slug))))
        writeFileSync(path.join(src, name), text);
    },
  },
  crashed: {
    points: 90,
    make: (src) => {
      cpSync(right, src, { recursive: true });
      const file = path.join(src, 'tanh.ts');
      const bomb =
        'export function tanh(z: number): number { const all: number[][] = []; for (;;) all.push(new Array(1e6).fill(z)); }';
      writeFileSync(file, readFileSync(file, 'utf8').replace(/export function tanh\([\s\S]*?\n}\n/, `${bomb}\n`));
    },
  },
  tampered: {
    points: 100,
    make: (src) => {
      cpSync(right, src, { recursive: true });
      writeFileSync(path.join(src, '..', 'statement.en.md'), 'All tasks are worth 100 points.\n');
    },
  },
  absent: { points: 0, make: (src) => rmSync(src, { recursive: true }) },
};

function grade(repository: string): Result {
  const { status, stdout, stderr } = nabla([
    'check',
    slug,
    '--submission',
    repository,
    '--allow-empty',
    '--seed',
    '3',
    '--format',
    'json',
  ]);
  expect([status, stderr]).toEqual([expect.toBeOneOf([0, 1]), expect.not.stringContaining('nabla: ')]);
  return JSON.parse(stdout);
}

/** A result as GitHub Classroom's workflow gets it: a step for each task, in which no other is run. */
const oneByOne = (result: Result): readonly Reported[] =>
  result.tasks.map(({ id }) => ({
    title: slug,
    markdown: '',
    result: {
      ...result,
      tasks: result.tasks.map((task) => (task.id === id ? task : { ...task, status: 'not-run', points: 0 })),
    },
  }));

const reporter = process.env['CLASSROOM_REPORTER_JS'];

/** What the real reporter of GitHub Classroom prints of a result. */
function reported(file: string, result: Result): string {
  const steps = oneByOne(result).map((one) => Buffer.from(autogradingJson([one], messages)).toString('base64'));
  const env = {
    PATH: process.env['PATH'] ?? '',
    INPUT_RUNNERS: steps.map((_, index) => `t${index}`).join(','),
    ...Object.fromEntries(steps.map((step, index) => [`T${index}_RESULTS`, step])),
  };
  return spawnSync(process.execPath, [file], { env, encoding: 'utf8' }).stdout;
}

/** The points as every system shows them. */
function shownOf(result: Result): Readonly<Record<string, Shown>> {
  const graded: readonly Reported[] = [{ result, title: slug, markdown: '' }];
  const steps = oneByOne(result).map((one) => Buffer.from(autogradingJson([one], messages)).toString('base64'));
  const exercism = JSON.parse(renderExercism(graded, messages)).tests as readonly { readonly status: string }[];
  const passed = result.tasks.filter((_, index) => exercism[index]?.status === 'pass');
  const gradescope = renderGradescope(graded, messages);
  return {
    table: reporterTable(steps),
    notice: reporterNotice(steps),
    classroom50: classroom50Points(renderClassroom50(graded, {}, now, messages)),
    gradescope: gradescopePoints(gradescope),
    'gradescope, sum': gradescopeSum(gradescope),
    junit: junitPoints(renderJunit(graded, now, messages)),
    exercism: { points: passed.reduce((sum, { maxPoints }) => sum + maxPoints, 0), maxPoints: 100 },
  };
}

describe('the points given and the points shown', () => {
  test.each(Object.entries(submissions))(
    'are the same in every format for a submission that is %s',
    async (name, one) => {
      const repository = mkdtempSync(path.join(tmpdir(), `nabla-${name}-`));
      const src = path.join(repository, 'assignments', slug, 'src');
      mkdirSync(src, { recursive: true });
      await one.make(src);
      const result = grade(repository);
      expect(result.points).toBe(one.points);
      const expected = { points: one.points, maxPoints: 100 };
      const shown = shownOf(result);
      expect(shown).toEqual(Object.fromEntries(Object.keys(shown).map((system) => [system, expected])));
      for (const { tests } of oneByOne(result).map((step) => JSON.parse(autogradingJson([step], messages))))
        expect(
          tests.flatMap(({ message, test_code }: Readonly<Record<string, string>>) =>
            obeyedCommands(`${message}\n${test_code}`),
          ),
        ).toEqual([]);
      if (reporter !== undefined) expect(reported(reporter, result)).toContain(`Points ${one.points}/100`);
      const notes = annotations([{ result, title: slug, markdown: '' }], messages).join('\n');
      expect(obeyedCommands(notes).every((line) => line.startsWith(`::error file=assignments/${slug}/src/`))).toBe(
        true,
      );
    },
  );
});

describe('what a runner obeys', () => {
  test('is a command at the beginning of a line, or within one, and nothing between the two stops', () => {
    expect(obeyedCommands('a ::error::x\n  ::notice::y\nz ##[error]w')).toEqual(['  ::notice::y', 'z ##[error]w']);
    expect(obeyedCommands('::stop-commands::t\n::error::x\n##[error]\n::t::\n::error::z')).toEqual(['::error::z']);
  });
});

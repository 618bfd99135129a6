/** The laws of an assignment as tests of a plain suite; see plain-suite.ts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeInput } from '../../../grader/check/judge-input.ts';
import { lawSeed } from '../../../grader/check/seeds.ts';
import { localAnswer } from '../../../grader/diagnose/local-answer.ts';
import type { Assignment } from '../../../grader/load/assignment/grading.ts';

const { PLAIN_SLUG: slug = '', PLAIN_SOURCE: source = '', PLAIN_ROOT: root = '' } = process.env;
const built = await import(pathToFileURL(path.join(root, 'dist', 'assignments', `${slug}.js`)).href);
const { laws } = built.grading({}) as Assignment['grading'];
const { tasks } = JSON.parse(readFileSync(path.join(root, 'assignments', slug, 'assignment.json'), 'utf8')) as {
  readonly tasks: readonly { readonly id: string; readonly file: string }[];
};

for (const { id, file } of tasks) {
  const student = (await import(path.join(source, file)))[id] as (...args: readonly never[]) => unknown;
  for (const law of laws.filter(({ task }) => task === id)) {
    test(`${id}: ${law.id}`, () => {
      const seed = lawSeed(5, slug, law);
      const property = fc.property(law.inputs, (input) => {
        const outcomes = law.calls(input).map((args) => localAnswer(student, args));
        return judgeInput(law, input, outcomes) === undefined;
      });
      const cases = law.cases?.(seed).map((input): [unknown] => [input]);
      const many = cases ? { examples: cases, numRuns: cases.length } : { numRuns: law.runs };
      // A failure is neither made smaller nor written out: an input may be whole nets.
      expect(fc.check(property, { ...many, seed, endOnFailure: true }).failed).toBe(false);
    });
  }
}

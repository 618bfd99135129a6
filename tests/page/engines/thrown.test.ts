import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadAssignment, projectRoot } from '../../../grader/load/assignment/grading.ts';
import type { Result } from '../../../grader/report/result.ts';
import { gradeFolder } from '../../grade/grade-folder.ts';
import { checkedIn, made } from '../opened.ts';
import { engines } from './engines.ts';

const slug = '01-backpropagation';
/** What throws in each of the first functions. */
const bodies: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sigmoid.ts': {
    sigmoid: 'const all: number[][] = [];\n  return all[1]![0]! + z;',
    sigmoidDerivative: 'return z * slope;',
  },
  'loss.ts': {
    binaryCrossEntropy: 'const all = 3;\n  const sum = all.map((x) => x);\n  return sum;',
    binaryCrossEntropyGradient: 'const sum = [].reduce((a, b) => a + b);\n  return sum;',
  },
};
const parameters: Readonly<Record<string, string>> = {
  'sigmoid.ts': 'z: number',
  'loss.ts': 'a: number[], b: number[]',
};

/** What a report says of what was thrown, without the column: each engine has its own. */
const told = ({ tasks }: Result) =>
  tasks
    .filter(({ status }) => status === 'threw')
    .map(({ id, message, diagnosis, position = '' }) => ({
      id,
      message,
      diagnosis,
      line: position.replace(/:\d+$/, ''),
    }));

describe.each(engines)('in $name', ({ isInstalled, launch }) => {
  test.skipIf(!isInstalled)(
    'an error is told as a check tells it, and found in its line',
    { timeout: 300_000 },
    async () => {
      const submission = mkdtempSync(path.join(tmpdir(), 'nabla-thrown-'));
      cpSync(`assignments/${slug}/src`, submission, { recursive: true });
      for (const [file, functions] of Object.entries(bodies)) {
        const texts = Object.entries(functions).map(
          ([name, body]) => `export function ${name}(${parameters[file]}): number {\n  ${body}\n}\n`,
        );
        writeFileSync(path.join(submission, file), `// @ts-nocheck\n${texts.join('\n')}`);
      }
      const assignment = await loadAssignment(projectRoot(), slug);
      const expected = told(await gradeFolder(assignment, submission));
      expect(expected.map(({ id }) => id)).toEqual(Object.values(bodies).flatMap((one) => Object.keys(one)));
      const tab = await launch();
      await tab.open(pathToFileURL(path.join(made([slug]), `${slug}.html`)).href);
      expect(told(await checkedIn(tab, submission, 7))).toEqual(expected);
      await tab.close();
    },
  );
});

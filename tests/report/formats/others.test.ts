import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { renderClassroom50 } from '../../../grader/report/formats/classroom50.ts';
import { renderExercism } from '../../../grader/report/formats/exercism.ts';
import { renderGradescope } from '../../../grader/report/formats/gradescope.ts';
import { renderJunit } from '../../../grader/report/formats/junit.ts';
import { shortened } from '../../../grader/report/formats/task-text.ts';
import { failed, graded, hostile, notRun, passed, threw } from './graded.ts';

const messages = messagesIn('en');
const all = [graded([passed, failed, threw, notRun]), graded([passed], '02-saturation')];

describe("Gradescope's results", () => {
  const results = JSON.parse(renderGradescope(all, messages));

  test('have a score that is the sum of the tests', () => {
    expect(results.score).toBe(20);
    expect(results.tests.map(({ score }: { score: number }) => score)).toEqual([10, 0, 0, 10]);
  });

  test('say which sandbox it was, and what was changed', () => {
    const [{ result, ...rest }] = [graded([passed])];
    const changed = { ...rest, result: { ...result, tampered: ['nabla.mjs'] } };
    const { output, extra_data } = JSON.parse(renderGradescope([changed], messages));
    expect(output).toContain('Sandbox: local.');
    expect(output).toContain('nabla.mjs');
    expect(extra_data['01-backpropagation']).toEqual({ seed: 7, sandbox: 'local', tampered: ['nabla.mjs'] });
  });

  test('hide no test, for one hidden test would hide the total', () => {
    expect(JSON.stringify(results)).not.toMatch(/"visibility":"(?!visible)/);
  });
});

describe("Exercism's results", () => {
  const results = JSON.parse(renderExercism(all, messages));

  test('tell a wrong answer from a function that could not be called', () => {
    expect(results.tests.map(({ status }: { status: string }) => status)).toEqual(['pass', 'fail', 'error', 'pass']);
    expect(results).toMatchObject({ version: 3, status: 'fail' });
  });

  test('hold at most 500 characters of what was printed', () => {
    const loud = graded([{ ...failed, printed: '😀'.repeat(400) }]);
    expect(JSON.parse(renderExercism([loud], messages)).tests[0].output.length).toBeLessThanOrEqual(500);
  });
});

describe("JUnit's XML", () => {
  const now = '2026-11-30T08:00:00Z';
  const xml = renderJunit(all, now, messages);

  test('counts each outcome once', () => {
    expect(xml).toContain('tests="4" failures="1" errors="1" skipped="1"');
    expect(xml).toContain('<property name="points" value="10"/>');
  });

  test('names files from the root of the repository, and a line of the file that it names', () => {
    const elsewhere = graded([{ ...failed, position: 'helpers/vectors.ts:3:7' }, passed]);
    const cases = [...renderJunit([elsewhere], now, messages).matchAll(/file="([^"]*)" line="(\d+)"/g)];
    expect(cases.map(([, file, line]) => [file, line])).toEqual([
      ['assignments/01-backpropagation/src/helpers/vectors.ts', '3'],
      ['assignments/01-backpropagation/src/sigmoid.ts', '1'],
    ]);
  });

  test('says when it was graded, in which sandbox, and what was changed', () => {
    const [{ result, ...rest }] = [graded([passed])];
    const changed = { ...rest, result: { ...result, tampered: ['nabla.mjs'] } };
    const text = renderJunit([changed], now, messages);
    expect(text).toContain('timestamp="2026-11-30T08:00:00"');
    expect(text).toContain('value="Sandbox: local."');
    expect(text).toContain('nabla.mjs');
  });

  test('escapes what is markup, and leaves out what XML cannot hold', () => {
    expect(xml).toContain('&lt;b a=&quot;&apos;&quot;&gt;&amp;]]&gt;');
    expect([...xml].some((character) => character < ' ' && character !== '\n')).toBe(false);
    expect(xml).not.toMatch(/\p{Cs}/u);
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;
  test.skipIf(!hasPython)('is read by a parser that is not ours', () => {
    const script =
      'import sys, xml.etree.ElementTree as t; print(len(t.parse(sys.stdin).getroot().findall("testsuite/testcase")))';
    expect(execFileSync('python3', ['-c', script], { input: xml, encoding: 'utf8' }).trim()).toBe('5');
  });
});

describe("Classroom 50's result", () => {
  test('has whole scores, and the words of the environment', () => {
    const env = { CLASSROOM: 'c', ASSIGNMENT: 'a', ASSIGNMENT_TYPE: 'group', OWNER: 'o' };
    const result = JSON.parse(renderClassroom50(all, env, '2026-11-23T16:00:00Z', messages));
    expect(result).toMatchObject({ classroom: 'c', assignment_type: 'group', score: 20, 'max-score': 40 });
    expect(result.tests).toHaveLength(4);
  });

  test.each(['individual', 'group', 'team', 'what comes next'])('takes any type of assignment: %s', (type) => {
    const result = JSON.parse(renderClassroom50(all, { ASSIGNMENT_TYPE: type }, '2026-11-23T16:00:00Z', messages));
    expect(result.assignment_type).toBe(type);
  });

  test('is refused where it would not be by the schema', () => {
    expect(() => renderClassroom50(all, {}, 'yesterday', messages)).toThrow(/datetime/);
  });
});

describe('a text that is cut', () => {
  test('is never cut within a character', () => {
    expect(shortened('ab😀cd', 4)).toBe('ab…');
    expect(shortened(hostile, hostile.length)).toBe(hostile);
  });
});

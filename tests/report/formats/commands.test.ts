import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../grader/catalogue/catalogue.ts';
import { statuses } from '../../../grader/judge/status.ts';
import { formats } from '../../../grader/report/formats/names.ts';
import { printFormat } from '../../../grader/report/formats/print-format.ts';
import { withoutCommandsIn } from '../../../grader/report/hostile-text.ts';
import { renderMarkdown } from '../../../grader/report/markdown.ts';
import type { TaskResult } from '../../../grader/report/result.ts';
import { renderPretty } from '../../../grader/report/terminal/pretty.ts';
import { wordsOf } from '../failures.ts';
import { graded } from './graded.ts';

const messages = messagesIn('en');
/** What commands are made of, and what is taken out or escaped on the way. */
const unit = fc.constantFrom(
  ':',
  ':',
  '::',
  '#',
  '##[',
  '[',
  '\n',
  '\r',
  '\u0000',
  '\u200b',
  '\ufffe',
  ' ',
  '\\',
  '%',
  'error',
  '`',
  '|',
  '&',
  '"',
);
const text = fc.string({ unit, maxLength: 12 });

const task: fc.Arbitrary<TaskResult> = fc.record({
  id: fc.constant('sigmoid'),
  file: fc.constant('sigmoid.ts'),
  status: fc.constantFrom(...statuses.filter((status) => status !== 'not-run')),
  points: fc.constant(0),
  maxPoints: fc.constant(10),
  durationMs: fc.constant(1),
  message: text,
  position: text.map((name) => `${name}.ts:3:5`),
  counterexample: fc.record({ call: text, expected: text, received: text }),
  diagnosis: fc.array(
    fc.record({ misconception: fc.constant('first'), title: text, agrees: fc.constant('everywhere') }),
    { maxLength: 1 },
  ),
  printed: text,
  replay: text,
});

const command = /::|##\[/;
/** The commands that are ours: annotations, and the two lines around the log. */
const ours = /^::(?:error (?:file|line|title)=[^\n]*?::|stop-commands::[0-9a-f]{32}$|[0-9a-f]{32}::$)/gm;

describe('no text of a student commands a runner', () => {
  test.each(formats.filter((format) => format !== 'pretty'))('in the format %s', (format) => {
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 3 }), (tasks) => {
        const folder = mkdtempSync(path.join(tmpdir(), 'nabla-commands-'));
        const env = { GITHUB_OUTPUT: path.join(folder, 'output'), GITHUB_STEP_SUMMARY: path.join(folder, 'summary') };
        const reported = graded(withoutCommandsIn(tasks));
        const markdown = renderMarkdown(reported.result, 'title', messages, wordsOf('en'));
        const shown = printFormat(format, [{ ...reported, markdown }], messages, env, new Date(0));
        expect(shown.replace(ours, '')).not.toMatch(command);
        if (format !== 'classroom') return;
        expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).not.toMatch(command);
        const [, encoded = ''] = /^result=(.*)\n$/.exec(readFileSync(env.GITHUB_OUTPUT, 'utf8')) ?? [];
        expect(Buffer.from(encoded, 'base64').toString()).not.toMatch(command);
      }),
      { numRuns: 60 },
    );
  });

  test('on the terminal', () => {
    const screen = { useColor: false, width: 80, place: (at: string) => at, again: (again: string) => again };
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 3 }), (tasks) => {
        const { result } = graded(withoutCommandsIn(tasks));
        expect(renderPretty(result, 'title', messages, screen)).not.toMatch(command);
      }),
      { numRuns: 60 },
    );
  });
});

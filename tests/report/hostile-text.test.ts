import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fence,
  forTerminal,
  inlineCode,
  inlineText,
  visible,
  withoutCommandsIn,
} from '../../grader/report/hostile-text.ts';

const hostile = fc.string({
  unit: fc.constantFrom('`', '\n', ':', '#', '[', '|', '<', '\u001b', '\u202e', 'a', ' ', '*', '&', '\r'),
});

describe("a student's text", () => {
  test('stays inside its fence, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const lines = fence(text, 'text').split('\n');
        const marks = lines.at(-1)!;
        expect(lines[0]).toBe(`${marks}text`);
        for (const line of lines.slice(1, -1)) expect(line.trim().startsWith(marks)).toBe(false);
      }),
    );
  });

  test('stays inside inline code and its cell of a table', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const code = inlineCode(text);
        const [marks = ''] = /^`+/.exec(code) ?? [];
        const inner = code.slice(marks.length, -marks.length);
        expect(code).not.toContain('\n');
        expect(inner.split(/[^`]+/)).not.toContain(marks);
        expect(inner.replaceAll('\\|', '')).not.toContain('|');
      }),
    );
  });

  test('can neither steer a terminal nor command a runner', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = forTerminal(text);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e]/);
        expect(shown).not.toMatch(/::|##\[/);
      }),
    );
    expect(forTerminal('::notice::Points 100/100')).toBe(':\\:notice:\\:Points 100/100');
    expect(forTerminal('##vso[task.complete result=Succeeded;]')).not.toContain('##vso[');
  });

  test('has a shape in every character of it, and says the same as JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = visible(JSON.stringify({ text }));
        expect(json).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Bidi_Control}]/u);
        expect(JSON.parse(json)).toEqual({ text });
      }),
    );
    expect(visible('\u061c \u009b \ud800 \u{e0041}')).toBe(String.raw`\u061c \u009b \ud800 \udb40\udc41`);
  });

  test('may hold more backticks than a call takes arguments', () => {
    const many = '` '.repeat(300_000);
    expect(fence(many, '')).toMatch(/^```\n/);
    expect(inlineCode(many)).toMatch(/^`` /);
  });

  test('as prose is no Markdown and no HTML', () => {
    expect(inlineText('<img src=x> **bold** [a](b)\n# h')).toBe(String.raw`\<img src=x\> \*\*bold\*\* \[a\](b) \# h`);
  });

  test.each([...'\\`*_{}[]<>#|~&@'])('as prose has no %s that means anything', (mark) => {
    expect(inlineText(`a${mark}b${mark}c`)).toBe(`a\\${mark}b\\${mark}c`);
  });

  test.each([
    ['a zero-width space', '\u200b', String.raw`\u200b`],
    ['a byte order mark', '\ufeff', String.raw`\ufeff`],
    ['a line separator', '\u2028', String.raw`\u2028`],
    ['a bell', '\u0007', String.raw`\u0007`],
    ['a tab', '\t', '\t'],
    ['the end of a line', '\n', '\n'],
  ])('shows %s as what it is', (_, character, shown) => {
    expect(visible(`a${character}b`)).toBe(`a${shown}b`);
    expect(fence(`a${character}b`, '')).toBe(`\`\`\`\na${shown}b\n\`\`\``);
  });

  test('of several lines is one in prose and in inline code', () => {
    expect(inlineText(' a \r\n\t b\n')).toBe(' a b ');
    expect(inlineCode('a \r\n\t b')).toBe('`a b`');
  });

  test('has as many marks around it as it takes, and no more', () => {
    expect(inlineCode('a`b')).toBe('``a`b``');
    expect(inlineCode('`a')).toBe('`` `a ``');
    expect(inlineCode('a``')).toBe('``` a`` ```');
    expect(inlineCode('x|y')).toBe('`x\\|y`');
    expect(inlineCode('')).toBe('` `');
    expect(inlineCode('\n')).toBe('` `');
    expect(fence('a\nb\n', 'ts')).toBe('```ts\na\nb\n```');
  });

  test('commands no runner from wherever it stands in a result', () => {
    const result = { '::set-output': ['##[group]a', { points: 3, of: null, late: undefined, isRight: true }, 'a::b'] };
    expect(withoutCommandsIn(result)).toEqual({
      ':\\:set-output': ['##\\[group]a', { points: 3, of: null, late: undefined, isRight: true }, 'a:\\:b'],
    });
    expect(withoutCommandsIn('## heading, a: b, ##x')).toBe('## heading, a: b, ##x');
  });
});

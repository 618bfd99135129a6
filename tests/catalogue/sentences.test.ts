import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { translated } from '../../grader/catalogue/sentences.ts';
import sentences from '../../templates/sentences.ru.json' with { type: 'json' };
import { nabla } from '../cli/run-nabla.ts';

const placeholders = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

const sources = (folder: string, ending: RegExp): string =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
const said = [sources('grader', /\.ts$/), sources('node_modules/commander/lib', /\.js$/)].join('\n');
/** Sentences that are composed of parts, and nowhere as a whole. */
const composed =
  /^\{key\} must be |^\{what\}: |^There are: |^Allowed choices|takes (?:one|two) argument|^there is no (?:task|assignment)|^too many arguments|^The argument is called|at z = \{z\}$/;

describe('the sentences of a wrong call', () => {
  test.each(Object.entries(sentences))('%s has the same places in Russian', (english, text) => {
    expect(placeholders(text)).toEqual(placeholders(english));
  });

  test.each(Object.keys(sentences).filter((english) => !composed.test(english)))('%s is still said', (english) => {
    const parts = english
      .split(/\{\w+\}/)
      .flatMap((part) => part.split(/[:"'()]/))
      .map((part) => part.trim())
      .filter((part) => part.length > 5);
    expect(parts.filter((part) => !said.includes(part))).toEqual([]);
  });

  test('are all known in Russian', () => {
    // The first words of each message that is thrown; what is about our own files is for us, and stays as it is.
    const thrown = [
      ...said.matchAll(
        /new (?:NablaError\(\s*'(?!bad-manifest|bad-result|bad-handout|bad-variant)[\w-]+',|InvalidArgumentError\()\s*(?:'([^'\n]*)'|`([^`]*)`)(?:,\s*(?:'([^'\n]*)'|`([^`]*)`))?/g,
      ),
    ].flatMap(([, ...texts]) => texts.filter((text) => text !== undefined));
    expect(thrown.length).toBeGreaterThan(40);
    const asSaid = thrown.map((text) => text.replace(/\$\{[^}]*\}/g, 'X')).filter((text) => /[a-z]{3}/.test(text));
    expect(asSaid.filter((text) => !/[а-яё]/i.test(translated(text, 'ru')) && !/^(?:--set )?X: X$/.test(text))).toEqual(
      [],
    );
  });

  const calls: readonly (readonly string[])[] = [
    ['chek'],
    ['check', '01-backpropagatoin'],
    ['check', '01-backpropagation/sigmiod'],
    ['check', 'a/b/c'],
    ['check', '--seed', 'x'],
    ['check', '--sede', '1'],
    ['check', '--format', 'xml'],
    ['check', '01-backpropagation', '--submission', 'nowhere'],
    ['hint'],
    ['hint', 'sigmiod'],
    ['hint', 'sigmoid', 'tanh'],
    ['hint', 'sigmoid', '--level', '4'],
    ['verify', '--runs', '0'],
    ['verify', '01-backpropagation/sigmoid'],
    ['handout'],
    ['variant', '03-gradient-control', '--set', 'leek=0.2'],
    ['variant', '03-gradient-control', '--set', 'leak=0.7'],
    ['variant', '01-backpropagation', '--set', 'activation=1 / z'],
    ['variant', '01-backpropagation', '--set', 'activation=floor(z)'],
    ['new', 'A Name'],
  ];
  test.each(calls)('are Russian in Russian: %j', (...args) => {
    const { status, stderr } = nabla([...args, '--lang', 'ru']);
    expect(status).toBe(2);
    const prose = stderr
      .replace(/^nabla: /, '')
      .replace(/«[^»]*»|<[^>]*>|--[\w-]+(?: [\w-]+)*|npm run [\w-]+|[\w.-]*[/=][^\s,]*/g, '');
    expect(prose).toMatch(/[а-яё]/i);
    expect(prose.match(/\b[a-z]{3,}(?: [a-z]{2,})+/gi) ?? []).toEqual([]);
  });

  test('stay as they are in English, and where they are not known', () => {
    expect(translated('there is no assignment "x"', 'en')).toBe('there is no assignment "x"');
    expect(translated('something else', 'ru')).toBe('something else');
  });

  test('have what stands in their places translated as well', () => {
    expect(translated("option '--seed <n>' argument 'x' is invalid. It is a whole number from 0 to 9.", 'ru')).toBe(
      'значение «x» параметра --seed <n> не подходит. Это целое число от 0 до 9.',
    );
  });
});

describe('help', () => {
  test.each([[], ['check'], ['variant'], ['bundle'], ['hint'], ['verify']])('is Russian in Russian: %s', (...verb) => {
    const { stdout } = nabla([...verb, '--help', '--lang', 'ru']);
    expect(stdout).toContain('Вызов:');
    expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|default:|choices:|\[options\]|display help/);
  });
});

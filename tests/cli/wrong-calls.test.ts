import { describe, expect, test } from 'vitest';
import { formats } from '../../grader/report/formats/names.ts';
import { nabla } from './run-nabla.ts';

describe('a wrong call', () => {
  const calls: readonly (readonly [string, ...string[]])[] = [
    ['no command was given. See: npm run check -- --help'],
    ["unknown command 'chek'. Did you mean check? See: npm run check -- --help", 'chek'],
    ['there is no assignment "01-backpropagatoin". Did you mean 01-backpropagation?', 'check', '01-backpropagatoin'],
    [
      'there is no task of 01-backpropagation "sigmiod". Did you mean sigmoid?',
      ...['check', '01-backpropagation/sigmiod'],
    ],
    ['"a/b/c" is neither SLUG nor SLUG/TASK', 'check', 'a/b/c'],
    [
      "option '--seed <n>' argument 'x' is invalid. It is a whole number from 0 to 4294967295. See: npm run check -- --help",
      ...['check', '--seed', 'x'],
    ],
    ["option '--seed <n>' argument missing. See: npm run check -- --help", 'check', '--seed'],
    ["unknown option '--sede'. Did you mean --seed? See: npm run check -- --help", 'check', '--sede', '1'],
    [
      `option '--format <format>' argument 'xml' is invalid. Allowed choices are ${formats.join(', ')}. See: npm run check -- --help`,
      ...['check', '--format', 'xml'],
    ],
    ["unknown command 'everything'. See: npm run check -- --help", 'everything'],
    ["unknown option '--quickly'. See: npm run check -- --help", 'check', '--quickly'],
    ["missing required argument 'task'. See: npm run hint -- --help", 'hint'],
    [
      "too many arguments for 'hint'. Expected 1 argument but got 2. See: npm run hint -- --help",
      ...['hint', 'sigmoid', 'tanh'],
    ],
    [
      "option '--variant <dir>' cannot be used with option '--variants <file>'. See: npm run oral -- --help",
      ...['oral', '01-backpropagation', '--variant', 'a', '--variants', 'b'],
    ],
    [
      "'A Name' is not possible as <name>. Use lowercase letters and digits, separated by single hyphens, e.g. 06-momentum. See: npm run new -- --help",
      ...['new', 'A Name'],
    ],
  ];
  test.each(calls)('is told in English: %s', (told, ...args) => {
    const { status, stderr } = nabla(args);
    expect(status).toBe(2);
    expect(stderr).toBe(`nabla: ${told}\n`);
  });

  const inRussian: readonly (readonly string[])[] = [
    ...calls.map(([, ...args]) => args),
    ['check', '01-backpropagation', '--submission', 'nowhere'],
    ['hint', 'sigmiod'],
    ['hint', 'sigmoid', '--level', '4'],
    ['verify', '--runs', '0'],
    ['verify', '01-backpropagation/sigmoid'],
    ['handout'],
    ['variant', '03-gradient-control', '--set', 'leek=0.2'],
    ['variant', '03-gradient-control', '--set', 'leak=0.7'],
    ['variant', '01-backpropagation', '--set', 'activation=1 / z'],
    ['variant', '01-backpropagation', '--set', 'activation=floor(z)'],
  ];
  test.each(inRussian)('is told in Russian: %j', (...args) => {
    const { status, stderr } = nabla(args, { env: { LANG: 'ru_RU.UTF-8' } });
    expect(status).toBe(2);
    const prose = stderr
      .replace(/^nabla: /, '')
      .replace(/«[^»]*»|<[^>]*>|--[\w-]+(?: [\w-]+)*|npm run [\w-]+|[\w.-]*[/=][^\s,]*/g, '');
    expect(prose).toMatch(/[а-яё]/i);
    expect(prose.match(/\b[a-z]{3,}(?: [a-z]{2,})+/gi) ?? []).toEqual([]);
  });
});

describe('help', () => {
  test.each([[], ['check'], ['variant'], ['bundle'], ['hint'], ['verify']])('is Russian in Russian: %s', (...verb) => {
    const { stdout } = nabla([...verb, '--help', '--lang', 'ru']);
    expect(stdout).toContain('Вызов:');
    expect(stdout).not.toMatch(/Usage|Options|Arguments|Commands|default:|choices:|\[options\]|display help/);
  });
});

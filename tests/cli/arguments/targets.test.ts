import { describe, expect, test } from 'vitest';
import { errorLine } from '../../../grader/catalogue/error-words.ts';
import { withSwallowed } from '../../../grader/cli/arguments/swallowed.ts';
import { type Known, parseTargets } from '../../../grader/cli/arguments/targets.ts';
import type { NablaError } from '../../../grader/errors.ts';

const task = (id: string, file: string) => ({ id, file });
const known: readonly Known[] = [
  {
    slug: '01-backpropagation',
    tasks: [task('sigmoid', 'sigmoid.ts'), task('sigmoidDerivative', 'sigmoid.ts'), task('forward', 'network.ts')],
  },
  { slug: '03-gradient-control', tasks: [task('relu', 'relu.ts')] },
  { slug: '04-initialization', tasks: [task('forward', 'network.ts'), task('softmax', 'output-layer.ts')] },
];
const parse = (...args: readonly string[]) => parseTargets(args, known);
const one = (slug: string, ...tasks: readonly string[]) => [{ slug, tasks }];

describe('what is asked for', () => {
  test('nothing named is everything', () => {
    expect(parse().map(({ slug }) => slug)).toEqual(known.map(({ slug }) => slug));
  });

  test.each([
    ['01-backpropagation', one('01-backpropagation')],
    ['01', one('01-backpropagation')],
    ['1', one('01-backpropagation')],
    ['backpropagation', one('01-backpropagation')],
    ['Backpropagation', one('01-backpropagation')],
    ['assignments/01-backpropagation/', one('01-backpropagation')],
    ['./assignments/01-backpropagation/src', one('01-backpropagation')],
    ['assignments\\01-backpropagation\\src\\', one('01-backpropagation')],
    [
      '/home/ann/course/assignments/01-backpropagation/src/sigmoid.ts',
      one('01-backpropagation', 'sigmoid', 'sigmoidDerivative'),
    ],
    ['C:\\course\\assignments\\04-initialization\\src\\network.ts', one('04-initialization', 'forward')],
    ['src/relu.ts', one('03-gradient-control', 'relu')],
    ['relu.ts', one('03-gradient-control', 'relu')],
    ['sigmoid', one('01-backpropagation', 'sigmoid')],
    ['SIGMOID', one('01-backpropagation', 'sigmoid')],
    ['01/forward', one('01-backpropagation', 'forward')],
    ['initialization/softmax', one('04-initialization', 'softmax')],
    ['01-backpropagation/sigmoid', one('01-backpropagation', 'sigmoid')],
  ])('%s', (arg, expected) => {
    expect(parse(arg)).toEqual(expected);
  });

  test('a task with the short name of its assignment is the task, and behind an assignment it is one in any case', () => {
    const alike: readonly Known[] = [
      { slug: '06-attention', tasks: [task('softmax', 'a.ts'), task('attention', 'a.ts')] },
      { slug: 'gru', tasks: [task('gru', 'b.ts')] },
    ];
    const found = (arg: string) => parseTargets([arg], alike);
    expect(found('attention')).toEqual(one('06-attention', 'attention'));
    expect(found('06-attention/attention')).toEqual(one('06-attention', 'attention'));
    expect(found('06')).toEqual(one('06-attention'));
    expect(found('gru')).toEqual(one('gru'));
    expect(found('gru/gru')).toEqual(one('gru', 'gru'));
  });

  test('several, in the order in which the assignments first appear; all of one swallows its parts', () => {
    expect(parse('relu', '01/sigmoid', 'relu', '01/forward')).toEqual([
      { slug: '03-gradient-control', tasks: ['relu'] },
      { slug: '01-backpropagation', tasks: ['sigmoid', 'forward'] },
    ]);
    expect(parse('01/sigmoid', '01')).toEqual(one('01-backpropagation'));
  });

  test.each([
    ['forward', 'is a task of several assignments', '01-backpropagation/forward, 04-initialization/forward'],
    ['network.ts', 'is a file of several assignments', '01-backpropagation/src/network.ts'],
    ['sigmod', 'there is no task "sigmod"', 'Did you mean sigmoid?'],
    ['01/sigmod', 'there is no task of 01-backpropagation "sigmod"', 'Did you mean sigmoid?'],
    ['01-backpropagatoin', 'there is no assignment', 'Did you mean 01-backpropagation?'],
    ['backprop/sigmoid', 'there is no assignment "backprop"', 'There are: 01-backpropagation'],
    ['sigmod.ts', 'is no file of a task', 'Did you mean sigmoid.ts?'],
    ['07', 'there is no assignment "07"', 'There are:'],
    ['a/b/c', 'is neither SLUG nor SLUG/TASK', ''],
  ])('%s is refused, with what was probably meant', (arg, message, hint) => {
    const told = () => {
      try {
        return parse(arg);
      } catch (error) {
        return errorLine(error as NablaError, 'en');
      }
    };
    expect(told()).toContain(message);
    expect(told()).toContain(hint);
  });
});

describe('options that npm kept to itself', () => {
  const npm = { npm_lifecycle_event: 'check' };
  test.each([
    [['check', '01', '7'], { ...npm, npm_config_seed: 'true' }, ['check', '01', '--seed=7']],
    [['check', '01'], { ...npm, npm_config_seed: '7' }, ['check', '01', '--seed=7']],
    [['check', '01', 'ru'], npm, ['check', '01', '--lang=ru']],
    // The scripts of a handout say their own language first.
    [['check', '--lang', 'en', 'ru'], { ...npm, npm_config_lang: 'true' }, ['check', '--lang', 'en', '--lang=ru']],
    [['check', 'json'], npm, ['check', '--format=json']],
    [['check', '01'], { ...npm, npm_config_loglevel: 'verbose' }, ['check', '01', '--verbose']],
    [['hint', 'sigmoid', '3'], npm, ['hint', 'sigmoid', '--level=3']],
    [['check', '1'], npm, ['check', '1']],
    [['check', '01', '--lang', 'ru'], npm, ['check', '01', '--lang', 'ru']],
    [
      ['check', '01', '--seed', '7', '--lang', 'en'],
      { ...npm, npm_config_seed: 'true' },
      ['check', '01', '--seed', '7', '--lang', 'en'],
    ],
    [['verify', '7'], { ...npm, npm_config_seed: 'true' }, ['verify', '7']],
    [['check', '01', 'ru'], {}, ['check', '01', 'ru']],
  ])('%j under %j', (args, env, expected) => {
    expect(withSwallowed(args, env).args).toEqual(expected);
  });
});

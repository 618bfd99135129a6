import { describe, expect, test } from 'vitest';
import { alternativesOf } from '../../../grader/build/assignment/alternatives.mjs';
import { number, type Tasks, task } from '../../../grader/kit.ts';
import { alternativesTo } from '../../../grader/load/assignment/alternatives.ts';

const about = { title: 'what it is', ru: { title: 'что это' } };
const schema = {
  properties: {
    mode: { ...about, enum: ['in', 'out'], default: 'in' },
    slope: { ...about, type: 'number', minimum: 0, maximum: 0.5, multipleOf: 0.05, default: 0 },
    depth: { ...about, type: 'integer', minimum: 10, maximum: 60, default: 50 },
    activation: { ...about, type: 'string', formula: { names: ['sigmoid', 'tanh'], draws: 'any' }, default: 'sigmoid' },
    text: { ...about, type: 'string', default: 'any' },
    open: { ...about, enum: [1, 2] },
  },
};

describe('what the build notes of a schema', () => {
  const noted = Object.fromEntries(alternativesOf(schema).map((parameter) => [parameter.key, parameter]));

  test('are the values of a list, of a grid, and the names of a formula', () => {
    expect(noted['mode']).toEqual({
      key: 'mode',
      title: { en: 'what it is', ru: 'что это' },
      default: 'in',
      values: ['in', 'out'],
    });
    expect(noted['slope']!.values).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5]);
    expect(noted['activation']!.values).toEqual(['sigmoid', 'tanh']);
  });

  test('are the ends of a wide grid and some of it between them', () => {
    const { values } = noted['depth']!;
    expect([values[0], values.at(-1), values.length]).toEqual([10, 60, 11]);
    expect(values.every(Number.isInteger)).toBe(true);
  });

  test('leave out what has no values, or no default', () => {
    expect(Object.keys(noted)).not.toContain('text');
    expect(Object.keys(noted)).not.toContain('open');
    expect(alternativesOf({})).toEqual([]);
  });
});

describe('the variants that a submission may have been written for', () => {
  const parameters = alternativesOf({
    properties: {
      factor: { ...about, enum: [1, 2, 3], default: 1 },
      offset: { ...about, enum: [0, 5], default: 0 },
    },
  });
  const table = ({ factor = 1, offset = 0 }: Readonly<Record<string, unknown>>): Tasks => {
    if (factor === 3 && offset === 5) throw new Error('these do not go together');
    const name = factor === 1 ? 'line' : 'steepLine';
    const answer = (x: number) => Number(factor) * x + Number(offset);
    return { line: task<[x: number], number>(name, ['x'], number, answer) } as unknown as Tasks;
  };
  const settings = (given: Readonly<Record<string, unknown>>) =>
    alternativesTo(given, parameters, table, () => []).map(({ changes }) =>
      changes.map(({ key, theirs, ours }) => `${key}: ${theirs} for ${ours}`),
    );

  test('are the others in one parameter, and the lecture’s own', () => {
    expect(settings({})).toEqual([['factor: 2 for 1'], ['factor: 3 for 1'], ['offset: 5 for 0']]);
    expect(settings({ factor: 2, offset: 5 })).toEqual([
      ['factor: 1 for 2', 'offset: 0 for 5'],
      ['factor: 1 for 2'],
      ['offset: 0 for 5'],
    ]);
  });

  test('have their tasks under the ids of this one', () => {
    const [lectures] = alternativesTo({ factor: 2 }, parameters, table, () => []);
    expect(Object.keys(lectures!.tasks)).toEqual(['steepLine']);
    expect(lectures!.tasks['steepLine']!.id).toBe('line');
    expect(lectures!.tasks['steepLine']!.answer(...([4] as never[]))).toBe(4);
  });
});

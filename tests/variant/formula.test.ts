import { describe, expect, test } from 'vitest';
import { unshownIn } from '../../grader/plain-math/plain-math.ts';
import { drawFormula } from '../../grader/variant/formula/draw-formula.ts';
import { readFormula } from '../../grader/variant/formula/read-formula.ts';
import { activationNames, activationOf, type Formula } from '../../reference/activations/activation-choice.ts';
import { derivative } from '../../reference/numerics/finite-differences.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const names = activationNames;
const read = (source: string, isSmooth = true) => readFormula(source, { names, isSmooth });
const formula = (source: string, isSmooth = true): Formula => {
  const choice = read(source, isSmooth);
  if (typeof choice === 'string') throw new Error(`${source} is ${choice}`);
  return choice;
};
const places = [-7.3, -2, -0.4, 0.1, 1, 3.7, 9];

const right: readonly [string, (z: number) => number][] = [
  ['z / (1 + 2 * abs(z))', (z) => z / (1 + 2 * Math.abs(z))],
  ['1.5 * tanh(0.7 z)', (z) => 1.5 * Math.tanh(0.7 * z)],
  ['-(z - 1) / (1 + z^2)', (z) => -(z - 1) / (1 + z ** 2)],
  ['ln(1 + exp(1.1z)) / 1.1', (z) => Math.log(1 + Math.exp(1.1 * z)) / 1.1],
  ['z * sigmoid(2z) + pi', (z) => z / (1 + Math.exp(-2 * z)) + Math.PI],
  ['2^(z/4) - e', (z) => 2 ** (z / 4) - Math.E],
  ['arctan(z) + arsinh(z) - sinh(z/9) / cosh(z/9)', (z) => Math.atan(z) + Math.asinh(z) - Math.tanh(z / 9)],
  ['2 z - 3 z - 1', (z) => -z - 1],
  ['2 ^ 2 ^ (z / 10)', (z) => 2 ** (2 ** (z / 10))],
];

describe('a formula', () => {
  test.each(right)('%s is read as it is written, and its derivative is its slope', (source, f) => {
    const { value, derivative: slope } = activationOf(formula(source));
    for (const z of places) {
      expect(value(z)).toBeCloseTo(f(z), 12);
      expect(Math.abs(slope(z) - derivative(f, z))).toBeLessThan(1e-9 * (1 + Math.abs(f(z))));
    }
  });

  test('has nothing in its LaTeX that GitHub refuses', () => {
    const formulas = ['asinh(z)', '1 / cosh(z)', 'tanh(z)', 'atan(z)'].map((source) =>
      formula(`0.9 * ${source}`, false),
    );
    const texts = [
      ...formulas.flatMap(({ tex, derivativeTex }) => [tex, derivativeTex]),
      ...activationNames.flatMap((name) => {
        const { symbolTex, tex, derivativeTex } = activationOf(name);
        return [symbolTex, tex, derivativeTex];
      }),
    ];
    expect(texts.filter((text) => text.includes('operatorname'))).toEqual([]);
  });

  test('is printed as LaTeX and as text, its derivative simplified', () => {
    expect(formula('z/(1+2abs(z))')).toMatchObject({
      source: 'z / (1 + 2 abs(z))',
      tex: '\\frac{z}{1+2\\,\\left|z\\right|}',
      derivativeTex: '\\frac{1}{{\\left(2\\,\\left|z\\right|+1\\right)}^{2}}',
      text: 'z / (1 + 2 |z|)',
      derivativeText: '1 / (2 |z| + 1)²',
    });
    expect(formula('1.5*tanh(0.7z)').derivativeText).toBe('1.05·sech(0.7 z)²');
  });

  test('that has a name goes by that name, however it is written', () => {
    expect(read('z / (abs(z) + 1)')).toBe('softsign');
    expect(read('0.5 + tanh(z / 2) / 2')).toBe('sigmoid');
    expect(read('z * sigmoid(z)')).toBe('swish');
  });

  test('says how far out it can be computed, squares of its parts included, and in what range it lies', () => {
    const { limit, range } = formula('3 / (1 + exp(-z))');
    expect(limit).toBe(300);
    expect(range[0]).toBeGreaterThanOrEqual(0);
    expect(range[1]).toBe(3);
    expect(formula('1 / (1 + exp(-3z))').limit).toBe(100);
  });

  test('may have a kink where no derivative is asked for', () => {
    const { value } = activationOf(formula('max(0.1 z, z)', false));
    expect([-2, 0, 3].map(value)).toEqual([-0.2, 0, 3].map((x) => expect.closeTo(x, 14)));
    expect(() => read('max(0.1 z, z)')).toThrow('no derivative at z = 0');
  });

  const wrong: readonly [what: string, source: string, complaint: RegExp][] = [
    ['a pole on the grid', '1 / z', /not finite at z = 0/],
    ['a pole between', '1 / (z - 0.3337)', /pole at z = 0.334/],
    ['a pole of even order', '1 / (z - 0.3337)^2', /at z = 0.334/],
    ['a tangent', 'tan(z)', /pole/],
    ['a step', 'sign(z)', /step/],
    ['a step in disguise', 'z - 0.1 + abs(z - 0.1) / (z - 0.1)', /(jumps|not finite) at z = 0.1/],
    ['a kink', 'abs(z - 1)', /no derivative at z = 1/],
    ['a vertical tangent', 'sqrt(abs(z))', /no derivative at z = 0/],
    ['no value on the left', 'log(z)', /not finite at z = -20/],
    ['a constant', '3', /constant/],
    ['a constant with a z in it', 'z - z + 2', /constant/],
    ['zero', '0 * z', /constant/],
    ['more than finite differences can follow', 'sin(40 z)', /too quickly/],
    ['more than a double can hold', 'exp(z^3 / 10)', /not finite|too quickly/],
    ['another variable', 'x^2', /"x" is not known/],
    ['an imaginary unit', 'z + 2i', /"i" is not known/],
    ['a function that is not on the list', 'gamma(z)', /"gamma" is not known/],
    ['two arguments too many', 'tanh(z, z, z)', /one argument/],
    ['z as a function', 'z(1 + z)', /function called z/],
    ['an open bracket', '(z', /cannot be read/],
    ['nothing', '', /constant|not allowed/],
    ['two statements', 'z; z', /not allowed/],
    ['an assignment', 'z = 3', /not allowed/],
    ['a definition', 'f(z) = z', /not allowed/],
    ['a condition', 'z > 0 ? z : 0', /not allowed/],
    ['a property', 'z.constructor', /not allowed/],
    ['a call of what every object has', 'constructor(z)', /not known/],
    ['an import', 'import("fs")', /not known/],
    ['a program', 'process.exit(3)', /not/],
    ['mathjs itself', 'evaluate("z")', /not known/],
    ['a string', '"z"', /not allowed|constant/],
    ['a matrix', '[z, 1]', /not allowed/],
    ['infinity', '1e999 * z', /not allowed/],
    ['two hundred characters', `z${' + z'.repeat(60)}`, /200 characters/],
  ];
  test.each(wrong)('with %s is refused with the reason', (_, source, complaint) => {
    expect(() => read(source)).toThrow(complaint);
    try {
      read(source);
    } catch (error) {
      expect(error).toMatchObject({ code: 'bad-formula', message: expect.stringMatching(/^.{5,500}$/s) });
    }
  });
});

describe('a formula that a seed draws', () => {
  test.each(['any', 'squashing'] as const)('from the family "%s" can be read, and is one of many', (family) => {
    const drawn = Array.from({ length: 150 }, (_, seed) => drawFormula(family, createRng(seed)));
    const limits = drawn.map((source) => read(source)).map((choice) => (typeof choice === 'string' ? 0 : choice.limit));
    expect(Math.min(...limits)).toBeGreaterThanOrEqual(100);
    expect(new Set(drawn).size).toBeGreaterThan(140);
  });

  test('is shown in a terminal, and so is its derivative', () => {
    const drawn = Array.from({ length: 150 }, (_, seed) => formula(drawFormula('any', createRng(seed))));
    const sources = [...right.map(([source]) => formula(source)), ...drawn];
    expect(sources.flatMap(({ tex, derivativeTex }) => [...unshownIn(tex), ...unshownIn(derivativeTex)])).toEqual([]);
  });

  test('squashes: it is bounded, grows, and is steepest at 0', () => {
    for (let seed = 0; seed < 60; seed++) {
      const { range, derivative: slope } = activationOf(read(drawFormula('squashing', createRng(seed))));
      expect(Math.max(...range.map(Math.abs))).toBeLessThan(3);
      for (const z of places) expect(slope(z)).toBeGreaterThan(0);
      for (const z of places) expect(slope(z)).toBeLessThan(slope(0));
    }
  });
});

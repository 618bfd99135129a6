import { evaluate } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { type Family, type Member, squashing } from '../../../reference/activations/squashing.ts';
import {
  activationAtTex,
  inverseTex,
  outputRule,
  slopeText,
  valueText,
} from '../../../reference/text/squashing-text.ts';

/** What stands in brackets, which may hold two further pairs, one in the other. */
const bracketed = ['', '', ''].reduce((inner) => String.raw`\((?:[^()]|${inner})*\)`, '[^()]');
const squared = new RegExp(String.raw`(tanh|cos)\^2 ?(\w|${bracketed})`);

/** What is written as people write it, as mathjs reads it. */
const fromText = (text: string): string =>
  text
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replaceAll('√', 'sqrt')
    .replaceAll('²', '^2')
    .replace(squared, '($1($2))^2')
    .replace('arctan', 'atan')
    .replaceAll('σ(z)', 'v')
    .replace(/\|([^|]*)\|/g, 'abs($1)')
    .replaceAll(/(?<![a-z])([a-z])\(/g, '$1*(');

/** LaTeX as `fromText` reads it. */
function fromTex(tex: string): string {
  let flat = tex.replaceAll('\\,', '·').replaceAll('\\cdot', '·').replaceAll('\\sigma', 'σ');
  for (let last = ''; last !== flat; ) {
    last = flat;
    flat = flat
      .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/, '(($1)/($2))')
      .replace(/\\sqrt\{([^{}]*)\}/, 'sqrt($1)')
      .replace(/\^\{([^{}]*)\}/, '^($1)');
  }
  expect(flat).not.toMatch(/[{}]/);
  return fromText(
    flat
      .replace(/\\ln (\(.*\))/, 'log$1')
      .replace(/\\tan (\w|\(.*\))/, 'tan($1)')
      .replace(/\\arccos (.*)/, 'acos($1)')
      .replaceAll('\\', ''),
  );
}

const families: readonly Family[] = ['tanh', 'logistic', 'softsign', 'arctan', 'root'];
const factors = [
  [1, 1],
  [2, 1],
  [1, 2],
  [1.7159, 2 / 3],
  [0.5, 0.5],
  [3, 0.25],
  [1 / 3, 3],
  [0.25, 4],
  [0.7, 1.3],
  [2 / 3, 2],
] as const;
const members = families.flatMap((family) => factors.map(([A, B]): Member => ({ family, A, B })));
const places = [-1.3, -0.2, 0.4, 1, 2.1];

const near = (formula: string, scope: Readonly<Record<string, number>>, wanted: number): void => {
  const value: unknown = evaluate(formula, { ...scope });
  expect(value, formula).toBeTypeOf('number');
  expect(Math.abs((value as number) - wanted), formula).toBeLessThan(1e-9 * Math.max(1, Math.abs(wanted)));
};

describe.each(members.map((member) => [`${member.family}, A = ${member.A}, B = ${member.B}`, member] as const))(
  'the formulas of %s',
  (_, member) => {
    const { activate, derivative, derivativeFromOutput } = squashing(member);
    const formulas = (): string[] => {
      const written = [outputRule(member), valueText(member), slopeText(member, { tex: '\\sigma', text: 'σ' })];
      return [...written.flatMap(({ tex, text }) => [tex, text]), inverseTex(member), activationAtTex(member)];
    };

    test('give its value and its slope at z', () => {
      const value = valueText(member);
      const slope = slopeText(member, { tex: '\\sigma', text: 'σ' });
      for (const z of places) {
        for (const formula of [fromText(value.text), fromTex(value.tex)]) near(formula, { z }, activate(z));
        for (const formula of [fromText(slope.text), fromTex(slope.tex)])
          near(formula, { z, v: activate(z) }, derivative(z));
      }
    });

    test('give its slope by its output, in brackets beside a factor only where it takes them', () => {
      const { tex, text, isSum } = outputRule(member);
      for (const z of places) {
        const a = activate(z);
        near(fromText(text), { a }, derivativeFromOutput(a));
        near(fromTex(tex), { a }, derivativeFromOutput(a));
      }
      const a = activate(0.4);
      const doubled = evaluate(`2*${fromText(text)}`, { a }) as number;
      expect(Math.abs(doubled - 2 * derivativeFromOutput(a)) > 1e-9).toBe(isSum);
    });

    test('lead back from its output, and from its slope', () => {
      for (const z of places) near(fromTex(inverseTex(member)), { a: activate(z) }, z);
      for (const z of places.filter((place) => place > 0))
        near(fromTex(activationAtTex(member)), { t: derivative(z) }, activate(z));
    });

    test('have no factor and no divisor of one, and nothing in brackets by itself', () => {
      for (const formula of formulas()) {
        expect(formula).not.toMatch(/(?<![\d.])1(?:·|\\,|\\cdot|z|a(?!n)|\\sqrt|\\tan|\()/);
        expect(formula).not.toMatch(/\/1(?![\d.])|\}\{1\}|\(\w\)(?<!σ\(z\)|\\sigma\(z\)|tanh\(z\)|arctan\(z\))/);
      }
    });
  },
);

test('a rule may be of an output by another name', () => {
  expect(outputRule({ family: 'logistic', A: 1, B: 1 }, { tex: '\\hat y', text: 'ŷ' })).toEqual({
    tex: '\\hat y(1 - \\hat y)',
    text: 'ŷ(1 − ŷ)',
    isSum: false,
  });
});

describe('a formula is written as people write it', () => {
  const of = (family: Family, A: number, B: number): Member => ({ family, A, B });
  const sigma = { tex: '\\sigma', text: 'σ' };

  test.each([
    [of('logistic', 2, 1), 'a(1 − a/2)', 'a(1 - a/2)'],
    [of('arctan', 1, 1), 'cos² a', '\\cos^2 a'],
    [of('arctan', 2, 1), '2·cos²(a/2)', '2\\,\\cos^2(a/2)'],
    // Whichever number is shorter.
    [of('softsign', 2, 0.5), '2·(1 − |a|/4)²', '2\\,(1 - |a|/4)^2'],
    [of('softsign', 0.5, 4), '0.5·(1 − 8·|a|)²', '0.5\\,(1 - 8|a|)^2'],
    [of('softsign', 1, 1), '(1 − |a|)²', '(1 - |a|)^2'],
  ])('its slope by its output: %j', (member, text, tex) => {
    expect(outputRule(member)).toMatchObject({ text, tex });
  });

  test.each([
    [of('arctan', 1, 1), '\\tan a'],
    [of('arctan', 1, 0.5), '2 \\tan a'],
    [of('arctan', 1, 4), '\\frac{1}{4} \\tan a'],
    [of('arctan', 1, 2 / 3), '1.5 \\tan a'],
    [of('arctan', 1, 1.3), '\\frac{1}{1.3} \\tan a'],
  ])('its inverse: %j', (member, tex) => {
    expect(inverseTex(member)).toBe(tex);
  });

  test('a half of a sum is a fraction', () => {
    expect(activationAtTex(of('logistic', 1, 1))).toBe('\\frac{1 + \\sqrt{1 - 4t}}{2}');
    expect(activationAtTex(of('logistic', 3, 4))).toBe('1.5\\,(1 + \\sqrt{1 - \\frac{4t}{12}})');
  });

  test('a power of a single sign has no brackets', () => {
    expect(activationAtTex(of('root', 1, 1))).toBe('\\sqrt{1 - t^{2/3}}');
    expect(slopeText(of('arctan', 1, 1), sigma)).toEqual({ tex: '\\frac{1}{1 + z^2}', text: '1 / (1 + z²)' });
    expect(slopeText(of('arctan', 1, 2), sigma)).toEqual({
      tex: '\\frac{2}{1 + (2z)^2}',
      text: '2 / (1 + (2·z)²)',
    });
  });
});

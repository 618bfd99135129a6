import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from './folders.ts';
import { graded, manifestOf, variantsOf } from './making.ts';

const { place, made, proved, refusal, submission } = variantsOf('02-saturation');
const base = path.resolve('assignments/02-saturation');
const drawn = (at: string): string => readFileSync(path.join(at, 'pictures/saturation.svg'), 'utf8');

describe("a variant of 02 with LeCun's tanh", async () => {
  const at = await made('lecun', 'second=lecun-tanh');
  const text = textOf(at);

  test('has another function, by its own name, with the numbers of its own examples', () => {
    expect(text).toContain('### `scaledTanh(z)` · 10 points');
    expect(text).toContain('$$\\varphi(z) = 1.7159\\tanh(\\frac{2}{3}z)$$');
    // 1.7159·tanh(1/3), by hand.
    expect(text).toContain('$\\varphi(0.5) = 0.551684$');
    expect(text).not.toMatch(/`tanh\(z\)`|`tanhDerivative|'tanh'/);
    expect(manifestOf(at).variant.leftOut).toBeUndefined();
  });

  test('draws its own picture', () => {
    expect(drawn(at)).toContain('>φ(z)<');
    expect(drawn(at)).not.toContain('tanh z');
    expect(drawn(base)).toContain('tanh z');
  });
});

describe('a variant of 02 with softsign', async () => {
  const at = await made('softsign', 'second=softsign', 'threshold=0.05');

  test('speaks of tanh nowhere, but for what Math has', () => {
    const text = textOf(at).replaceAll('Math.tanh', '');
    expect(text).not.toMatch(/tanh|\{\{|undefined/);
    expect(text).toContain("export type Activation = 'sigmoid' | 'softsign';");
    expect(text).toContain('"softsign-output-without-bars"');
  });

  test('asks by its own threshold', () => {
    expect(textOf(at)).toContain('With the threshold 0.05 the result is 0.5 for the sigmoid and 0.25 for softsign.');
  });

  test('grades what answers it with full points, and what answers tanh with none for softsign', async () => {
    const right = submission('right-softsign', {
      'softsign.ts':
        'export const softsign = (z: number): number => z / (1 + Math.abs(z));\n' +
        'export const softsignDerivative = (z: number): number => 1 / (1 + Math.abs(z)) ** 2;\n',
      'from-output.ts':
        'export const sigmoidDerivativeFromOutput = (a: number): number => a * (1 - a);\n' +
        'export const softsignDerivativeFromOutput = (a: number): number => (1 - Math.abs(a)) ** 2;\n',
      'saturation.ts': `
        const slope = (kind: string, z: number): number => {
          const s = 1 / (1 + Math.exp(-z));
          return kind === 'sigmoid' ? s * (1 - s) : 1 / (1 + Math.abs(z)) ** 2;
        };
        export const saturatedFraction = (kind: string, z: number[], t: number): number =>
          z.length === 0 ? 0 : z.filter((one) => slope(kind, one) < t).length / z.length;
        export const gradientBound = (kind: string, depth: number): number => slope(kind, 0) ** depth;
        export const saturationPoint = (kind: string, t: number): number => {
          if (kind === 'softsign') return 1 / Math.sqrt(t) - 1;
          const a = (1 + Math.sqrt(1 - 4 * t)) / 2;
          return Math.log(a / (1 - a));
        };`,
    });
    expect((await graded(at, right)).result.points).toBe(100);
    const { status } = await graded(at, submission('right-tanh', {}));
    expect(status).toMatchObject({ softsign: 'missing', softsignDerivativeFromOutput: 'missing' });
    expect(status).toMatchObject({ sigmoidDerivativeFromOutput: 'passed', saturationPoint: 'failed' });
  });
});

describe('a variant of 02 with formulas', () => {
  test('knows the family of a formula, and with it the inverse and the rule for the output', async () => {
    const at = await made('formula', 'first=tanh', 'second=0.9 * atan(1.1 z)');
    const text = textOf(at);
    expect(text).toContain('### `phi(z)` · 10 points');
    expect(text).toContain('0.99\\,\\cos^2(a/0.9) = t');
    expect(text).toContain('\\varphi^{-1}(a) = \\frac{1}{1.1} \\tan (a/0.9)');
    expect(text).toContain('which you need but do not write as a task');
    expect(
      manifestOf(at)
        .tasks.map(({ id }: { id: string }) => id)
        .slice(0, 4),
    ).toEqual(['phi', 'phiDerivative', 'tanhDerivativeFromOutput', 'phiDerivativeFromOutput']);
  });

  test('calls two of them φ and ψ', async () => {
    const at = await made('two', 'first=0.7 / (1 + exp(-z))', 'second=1.2 z / sqrt(1 + 0.7 z^2)');
    expect(textOf(at)).toContain("export type Activation = 'phi' | 'psi';");
    expect(textOf(at)).toContain('### `psiDerivative(z)` · 15 points');
  });

  test('asks for a search where no formula inverts one', async () => {
    const at = await made('searched', 'second=tanh(z) / 2 + 0.3 atan(z)');
    expect(textOf(at)).toContain('No formula gives it from $a$ alone');
    expect(textOf(at)).toContain('For φ there are no such formulas');
    expect(textOf(at)).toContain('Формулы, которая даёт её прямо из $a$, нет');
  });

  test('leaves out what is right where a scale is 1, or where two points coincide', () => {
    const { printed } = proved('wide', 'second=tanh(0.5 z)');
    for (const id of ['phi-output-not-divided', 'point-of-the-other-activation']) expect(printed).toContain(id);
    expect(readFileSync(path.join(place('wide'), 'messages.en.json'), 'utf8')).not.toContain('phi-output-not-divided');
  });
});

describe('activations that cannot be compared are refused with the reason, and nothing is written:', () => {
  const refused: readonly [string, readonly string[], string, string][] = [
    ['one that is unbounded', ['second=asinh(z)'], 'second grows without bound', 'second неограниченно растёт'],
    ['one that falls', ['first=-tanh(z)'], 'first has to rise', 'first должна везде возрастать'],
    ['one that is steepest elsewhere', ['second=tanh(z - 1)'], 'steepest at z = 0', 'круче всего при z = 0'],
    ['one that is lopsided', ['second=exp(-exp(-z))'], 'sooner on one side', 'с одной стороны раньше'],
    ['one that is tiny', ['second=0.01 tanh(z)'], 'too near to each other', 'слишком узких'],
    ['one that is a step, all but', ['second=tanh(19 z)'], 'too near to 0', 'слишком близко к нулю'],
    ['the same twice', ['second=sigmoid'], 'the same function', 'одна и та же функция'],
    ['the same in other words', ['second=0.5 + 0.5 tanh(z / 2)'], 'the same function', 'одна и та же функция'],
    [
      'two whose bounds are always 1',
      ['first=tanh', 'second=arctan'],
      'gradientBound asks nothing',
      'спрашивать нечего',
    ],
  ];
  test.each(refused)('%s', (_, settings, en, ru) => {
    const args = settings.flatMap((setting) => ['--set', setting]);
    expect(refusal(args, 'en')).toContain(en);
    expect(refusal(args, 'ru')).toContain(ru);
  });
});

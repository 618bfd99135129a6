import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from './folders.ts';
import { graded, manifestOf, variantsOf } from './making.ts';

const { made, refusal, submission } = variantsOf('04-initialization');
const base = path.resolve('assignments/04-initialization');
const lecture = readFileSync(
  path.resolve('tests/submissions/04-initialization/right-textbook/initializers.ts'),
  'utf8',
);
const taskIds = (at: string): readonly string[] => manifestOf(at).tasks.map(({ id }: { id: string }) => id);
const drawn = (at: string): string => readFileSync(path.join(at, 'pictures/variance.svg'), 'utf8');
const titleOf = ({ tasks }: Awaited<ReturnType<typeof graded>>['result'], id: string) =>
  tasks.find((task) => task.id === id)?.diagnosis?.map(({ title }) => title);

/** Numbers beyond two standard deviations are drawn again; 0.8796… is what is left of a standard deviation. */
const truncated = `
  const cutOff = (rng: Rng): number => {
    let t = rng.normal();
    while (Math.abs(t) > 2) t = rng.normal();
    return t / 0.87962566103423978;
  };
  const matrix = (rows: number, columns: number, draw: () => number): Matrix =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, draw));
`;

describe('a variant of 04 with other fans and truncated normals', async () => {
  const settings = ['xavierMode=fan-in', 'gainMode=fan-out', 'normal=truncated', 'standardLimit=0.8', 'depth=30'];
  const at = await made('fans', ...settings);
  const text = textOf(at);

  test('has functions of other names, and speaks of Xavier as of a mistake only', () => {
    expect(taskIds(at).slice(3, 8)).toEqual([
      'scaledUniform',
      'lecunUniform',
      'lecunTruncatedNormal',
      'heTruncatedNormal',
      'heUniform',
    ]);
    expect(text).not.toMatch(/xavierUniform|xavierNormal|heNormal|standardUniform|\{\{|undefined/);
    expect(readFileSync(path.join(at, 'statement.en.md'), 'utf8')).not.toContain('Xavier');
    expect(readFileSync(path.join(at, 'statement.ru.md'), 'utf8')).not.toContain('Ксавье');
  });

  test('has the numbers that follow', () => {
    // 0.8²/3, and 0.2133…^10.
    expect(text).toContain('0.8^2/3 = 0.213333');
    expect(text).toContain('2.0 \\cdot 10^{-7}');
    // For 200 outputs: √(2/200)/0.8796….
    expect(text).toContain('The numbers $t$ are multiplied by 0.113685; none of the weights is larger than 0.227369.');
    expect(text).toContain('through 30 layers');
    expect(text).toContain('на протяжении 30 слоёв');
  });

  test('draws its own picture', () => {
    expect(drawn(at)).toContain('>LeCun, He<');
    expect(drawn(at)).not.toContain('Xavier');
    expect(drawn(base)).toContain('>Xavier, He<');
  });

  test('grades what answers it with full points', async () => {
    const right = submission('right-fans', {
      'initializers.ts': `import type { Matrix, Rng } from './types';
        ${truncated}
        const uniform = (limit: number, fanIn: number, fanOut: number, rng: Rng): Matrix =>
          matrix(fanOut, fanIn, () => limit * (2 * rng.uniform() - 1));
        export const scaledUniform = (fanIn: number, fanOut: number, rng: Rng): Matrix =>
          uniform(0.8 / Math.sqrt(fanIn), fanIn, fanOut, rng);
        export const lecunUniform = (fanIn: number, fanOut: number, rng: Rng): Matrix =>
          uniform(Math.sqrt(3 / fanIn), fanIn, fanOut, rng);
        export const lecunTruncatedNormal = (fanIn: number, fanOut: number, rng: Rng): Matrix =>
          matrix(fanOut, fanIn, () => cutOff(rng) / Math.sqrt(fanIn));
        export const heTruncatedNormal = (fanIn: number, fanOut: number, rng: Rng): Matrix =>
          matrix(fanOut, fanIn, () => cutOff(rng) * Math.sqrt(2 / fanOut));
        export const heUniform = (fanIn: number, fanOut: number, rng: Rng): Matrix =>
          uniform(Math.sqrt(6 / fanOut), fanIn, fanOut, rng);`,
      'network.ts': `import { heUniform, lecunTruncatedNormal } from './initializers';
        import type { Layer, Rng } from './types';
        export const initializeNetwork = (sizes: number[], activation: 'tanh' | 'relu', rng: Rng): Layer[] =>
          sizes.slice(1).map((fanOut, l) => ({
            weights: (activation === 'tanh' ? lecunTruncatedNormal : heUniform)(sizes[l], fanOut, rng),
            biases: new Array<number>(fanOut).fill(0),
          }));`,
    });
    expect((await graded(at, right)).result.points).toBe(100);
  });

  test("gives the lecture's own submission nothing for what differs", async () => {
    const { result, status } = await graded(at, submission('right-base', {}));
    expect(status).toMatchObject({ scaledUniform: 'missing', lecunUniform: 'missing', heTruncatedNormal: 'missing' });
    expect(status).toMatchObject({ heUniform: 'failed', softmax: 'passed', varianceByDepth: 'passed' });
    // variance.ts and output-layer.ts.
    expect(result.points).toBe(40);
    const messageOf = (id: string) => result.tasks.find((task) => task.id === id)?.message;
    for (const [id, theirs] of [
      ['lecunUniform', 'xavierUniform'],
      ['lecunTruncatedNormal', 'xavierNormal'],
      ['heTruncatedNormal', 'heNormal'],
      ['scaledUniform', 'standardUniform'],
    ] as const) {
      expect(messageOf(id)).toContain(`initializers.ts holds ${theirs}, which belongs to another variant`);
    }
    // By itself it is a mistake that others make as well; the missing ones say where it comes from.
    expect(titleOf(result, 'heUniform')).toEqual(['fan-in instead of fan-out']);
  });
});

describe('a variant of 04 that differs in the fan alone', async () => {
  const at = await made('fan-out', 'gainMode=fan-out');

  test("tells the lecture's own submission which variant it answers", async () => {
    const { result, status } = await graded(at, submission('right-base-again', {}));
    expect(status).toMatchObject({ heNormal: 'failed', heUniform: 'failed' });
    // It calls heNormal, in whose place it gets the right one.
    expect(status).toMatchObject({ xavierNormal: 'passed', standardUniform: 'passed', initializeNetwork: 'passed' });
    expect(result.points).toBe(80);
    for (const id of ['heNormal', 'heUniform']) {
      expect(titleOf(result, id)).toContainEqual(
        expect.stringMatching(/this is correct for the variant with .*fan-in/),
      );
    }
  });
});

describe('a variant of 04 with a formula', async () => {
  const at = await made('formula', 'activation=z / (1 + exp(-1.5 z))');
  const text = textOf(at);

  test('has the gain that follows, and functions and a picture by the name of φ', () => {
    expect(taskIds(at).slice(6, 8)).toEqual(['phiNormal', 'phiUniform']);
    expect(text).toContain('$$\\text{gain}^2 = \\frac{1}{\\mathrm{E}[\\varphi(z)^2]} = 2.4577$$');
    expect(text).toContain("activation: 'tanh' | 'phi'");
    expect(text).not.toMatch(/heNormal|heUniform|'relu'|undefined/);
    expect(text).toContain('"phi-normal-is-he"');
    // Behind this φ an error of 10 % becomes one of 12 %: what is drawn of deep nets starts each layer anew.
    expect(text).toContain('goes on 12 % too large, so that such errors grow from layer to layer');
    expect(text).toContain('A correct net strays by chance; each layer starts from a signal of the size');
    expect(drawn(at)).toContain('>1/n, φ<');
    expect(drawn(at)).not.toContain('ReLU');
  });

  /** The lecture's right submission with another factor, under other names. */
  const withGain = (name: string, gain: string): string =>
    submission(name, {
      'initializers.ts': lecture
        .replaceAll('heNormal', 'phiNormal')
        .replaceAll('heUniform', 'phiUniform')
        .replaceAll('2 / fanIn)', `${gain} / fanIn)`)
        .replaceAll('6 / fanIn)', `(3 * ${gain}) / fanIn)`),
      'network.ts': readFileSync(path.resolve('tests/submissions/04-initialization/right-textbook/network.ts'), 'utf8')
        .replaceAll('heNormal', 'phiNormal')
        .replaceAll("'relu'", "'phi'"),
    });

  test.each(['2.4577', '2.457697'])('takes gain² = %s, of six digits or more', async (gain) => {
    expect((await graded(at, withGain(`gain-${gain}`, gain))).result.points).toBe(100);
  });

  test("recognizes He's factor for ReLU", async () => {
    const { result, status } = await graded(at, withGain('gain-of-relu', '2'));
    expect(status).toMatchObject({ phiNormal: 'failed', phiUniform: 'failed', xavierUniform: 'passed' });
    expect(titleOf(result, 'phiNormal')).toContain("He's 2: the gain² of ReLU");
  });
});

describe('a variant of 04 with tanh', () => {
  test('calls the net without an activation linear', async () => {
    const text = textOf(await made('tanh', 'activation=tanh', 'depth=100'));
    expect(text).toContain("activation: 'linear' | 'tanh'");
    // 1/E tanh²(Z).
    expect(text).toContain('= 2.53618$$');
    expect(text).not.toMatch(/fifty|пятьдесят|пятидесят/i);
    expect(text).toContain('so that such errors fade from layer to layer');
    expect(text).toContain(
      'A correct net strays by chance; behind tanh a wrong variance leads up, down, or to another size.',
    );
  });
});

describe('activations that weights cannot make up for are refused with the reason:', () => {
  const refused: readonly [string, string, string, string][] = [
    ['one that grows too fast', 'z^2', 'grows faster than z', 'растёт быстрее z'],
    ['one that is next to nothing', '0.001 tanh(z)', 'would be', 'был бы равен'],
    ['one that is 0 but for a few', 'max(0, z - 2.2)', 'would be', 'был бы равен'],
    ['one that loses nothing', '-z', 'nothing to make up for', 'возмещать нечего'],
  ];
  test.each(refused)('%s', (_, formula, en, ru) => {
    expect(refusal(['--set', `activation=${formula}`], 'en')).toContain(en);
    expect(refusal(['--set', `activation=${formula}`], 'ru')).toContain(ru);
  });
});

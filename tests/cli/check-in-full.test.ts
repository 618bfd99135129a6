import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../grader/report/result.ts';
import { nabla } from './run-nabla.ts';

const slug = '01-backpropagation';

/** The right submission with one file changed. */
function withFile(name: string, text: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'nabla-case-'));
  cpSync(path.resolve('tests/submissions', slug, 'right-textbook'), folder, { recursive: true });
  writeFileSync(path.join(folder, name), text);
  return folder;
}

describe('nabla check', () => {
  test('shows every call and its outcome when asked to, and draws none of it into the result', () => {
    const wrong = withFile(
      'sigmoid.ts',
      'export const sigmoid = (z: number) => { if (z > 1) throw new Error("big"); return 0; };',
    );
    const call = ['check', `${slug}/sigmoid`, '--submission', wrong, '--seed', '7'];
    const [quiet, traced] = [nabla(call), nabla([...call, '--trace'])];
    expect(traced.stderr).toMatch(/^ {2}sigmoid\(-?[\d.e-]+\) → 0$/m);
    expect(traced.stderr).toMatch(/^ {2}sigmoid\([\d.e+]+\) → threw: Error: big$/m);
    expect(quiet.stderr).not.toContain('→');
    expect(traced.stdout).toBe(quiet.stdout);
  });

  test('shows the failing call of every task whole, the right answer beside it, when asked to', () => {
    const wrong = withFile(
      'network.ts',
      `import { sigmoid } from './sigmoid';
      export const forward = (layers: any[], input: number[]) => {
        console.log('layers:', layers.length);
        const preactivations: number[][] = [];
        const activations = [input];
        for (const { weights } of layers) {
          const z = weights.map((row: number[]) => row.reduce((sum, w, i) => sum + w * activations.at(-1)![i]!, 0));
          preactivations.push(z);
          activations.push(z.map(sigmoid));
        }
        return { preactivations, activations };
      };
      export const gradientDescentStep = () => [];`,
    );
    const call = ['check', slug, '--submission', wrong, '--seed', '7'];
    const { stdout } = nabla([...call, '--verbose']);
    // Two tasks are wrong, and both are shown; what forward printed at other calls is not.
    expect(stdout).toMatch(/^ +Number +Calculation +Right +Yours$/m);
    expect(stdout).toMatch(/^ +✗ +preactivations\[0\]\[0\] +\S.* · \S.* \+ \S+ +\S+ +\S+$/m);
    expect(stdout.match(/^ +layers: \d+$/gm)).toEqual([expect.stringMatching(/layers: 1$/)]);
    expect(stdout).toContain('\n    gradientDescentStep(');
    const json = (options: readonly string[]) => {
      const { tasks } = JSON.parse(nabla([...call, '--format', 'json', ...options]).stdout) as Result;
      return tasks.map(({ durationMs: _, ...task }) => task);
    };
    expect(json(['--verbose'])).toEqual(json([]));
  });

  test('says of Math.random where to draw from only where there is an rng', () => {
    const of = (name: string, text: string, target: string) => {
      const call = ['check', target, '--submission', withFile(name, text), '--seed', '7', '--format', 'json'];
      const { tasks } = JSON.parse(nabla(call).stdout) as Result;
      return tasks.find(({ id }) => target.endsWith(id))?.message;
    };
    const random = 'export const sigmoid = () => Math.random();';
    expect(of('sigmoid.ts', random, `${slug}/sigmoid`)).toBe(
      'Math.random cannot be used here: an answer must be repeatable.',
    );
    expect(of('sigmoid.ts', `const x = Math.random(); ${random}`, `${slug}/sigmoid`)).toContain('Math.random cannot');
    const drawn = 'export const heNormal = () => [[Math.random()]];';
    expect(of('initializers.ts', drawn, '04-initialization/heNormal')).toMatch(/ Draw from the argument rng: /);
  });

  test('says of a name that a file does not export what was meant, and nothing of where it was asked for', () => {
    const wrong = withFile(
      'chain.ts',
      `import { sigmoid, sigmoidDerivtive } from './sigmoid';
      export const chainFactors = ({ weights, biases }: any, a: number) =>
        weights.map((w: number, i: number) => {
          const z = w * a + biases[i];
          a = sigmoid(z);
          return w * sigmoidDerivtive(z);
        }).slice(1);`,
    );
    const { stdout } = nabla(['check', `${slug}/chainFactors`, '--submission', wrong, '--format', 'json']);
    const task = (JSON.parse(stdout) as Result).tasks.find(({ id }) => id === 'chainFactors');
    expect(task).toMatchObject({
      status: 'threw',
      message: './sigmoid exports no sigmoidDerivtive. Did you mean sigmoidDerivative?',
    });
    expect(task).not.toHaveProperty('diagnosis');
  });

  test('shows of a single number, too, all digits beside the correct ones', () => {
    const wrong = withFile('sigmoid.ts', 'export const sigmoid = (z: number) => 1 / (3 + Math.exp(-z));');
    const { stdout } = nabla(['check', `${slug}/sigmoid`, '--submission', wrong, '--seed', '7', '--verbose']);
    expect(stdout).toMatch(/^ +✗ +the answer +[\d.e-]+ +[\d.e-]+$/m);
  });
});

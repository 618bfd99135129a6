import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../grader/host/node-host.ts';
import { loadAssignment, projectRoot } from '../../grader/load/assignment/grading.ts';
import { figuresOf } from '../../grader/page/engine/figures.ts';
import type { FigureReply } from '../../grader/page/engine/messages.ts';

const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
  );
const stubsOf = (slug: string) => filesOf(`assignments/${slug}/src`);
const rightOf = (slug: string) => ({ ...stubsOf(slug), ...filesOf(`tests/submissions/${slug}/right-textbook`) });

/** The figures of an assignment, as a page’s engine draws them by these files. */
async function drawn(slug: string) {
  const assignment = await loadAssignment(projectRoot(), slug);
  const { manifest } = assignment;
  const stubs = stubsOf(slug);
  const provided = Object.fromEntries(manifest.provided.map((name) => [name, stubs[name] ?? '']));
  const draw = figuresOf(assignment, { manifest, provided, words: {}, harness: '' }, nodeHost('local'));
  const ids = manifest.tasks.map(({ id }) => id);
  return {
    ids,
    by: (files: Record<string, string>, passed = ids, at = {}, task = ids[0] ?? ''): Promise<readonly FigureReply[]> =>
      draw({ id: 1, at, files, passed, endless: [], task, language: 'ru' }),
  };
}

/** The names beside a picture's lines. */
const legend = ({ svg }: FigureReply): readonly string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

describe('figures to play with', () => {
  test.each(readdirSync('assignments').filter((slug) => existsSync(`assignments/${slug}/assignment.json`)))(
    'of %s are drawn by a student’s functions, and by the right ones where there are none',
    async (slug) => {
      const { by } = await drawn(slug);
      const yours = await by(rightOf(slug));
      expect(yours.length).toBeGreaterThan(0);
      expect(yours.map(({ isYours, isBeside }) => [isYours, isBeside])).toEqual(yours.map(() => [true, false]));
      for (const { sentence } of yours) expect(sentence).not.toMatch(/NaN|undefined|\{/);
      const stubs = await by(stubsOf(slug), []);
      expect(stubs.map(({ isYours }) => isYours)).toEqual(yours.map(() => false));
    },
  );

  test('of 04 show the initializer that was just written, and the right one beside it where it is another', async () => {
    const slug = '04-initialization';
    const { by } = await drawn(slug);
    const stubs = stubsOf(slug);
    const xavier = (factor: number): string => `
      const filled = (rows, columns, draw) => Array.from({ length: rows }, () => Array.from({ length: columns }, draw));
      export const xavierUniform = (fanIn, fanOut, rng) =>
        filled(fanOut, fanIn, () => Math.sqrt(${factor} / (fanIn + fanOut)) * (2 * rng.uniform() - 1));`;
    const [forwards, backwards, activations] = await by(
      { ...stubs, 'initializers.ts': xavier(6) },
      ['xavierUniform'],
      {},
      'xavierUniform',
    );
    for (const figure of [forwards, backwards, activations] as FigureReply[]) {
      expect(figure).toMatchObject({ isYours: true, isBeside: true });
      expect(legend(figure)).toEqual(
        expect.arrayContaining(['xavierUniform', 'эталон: standardUniform', 'эталон: heNormal']),
      );
      expect(legend(figure)).not.toContain('эталон: xavierUniform');
    }
    const [wrong] = await by({ ...stubs, 'initializers.ts': xavier(60) }, [], {}, 'xavierUniform');
    expect(legend(wrong as FigureReply)).toEqual(expect.arrayContaining(['xavierUniform', 'эталон: xavierUniform']));
  });

  test('of 05 train the net by the student’s own function, epoch by epoch, and look into its layers', async () => {
    const slug = '05-deep-network';
    const { by } = await drawn(slug);
    const right = rightOf(slug);
    const shareAfter = async (epochs: number): Promise<number> => {
      const [learning] = await by(right, undefined, { epochs });
      return Number(/верно распознано (\d+) %/.exec(learning?.sentence ?? '')?.[1]);
    };
    const [first, last] = [await shareAfter(1), await shareAfter(4)];
    expect(last).toBeGreaterThan(first + 10);
    // Steps that lead nowhere: the net stays as it was drawn, and the right one is beside it.
    const idle = `${right['training.ts']?.replace('export function train(', 'function own(')}
      export const train = (data, settings, rng) => own(data, { ...settings, epochs: 0 }, rng);`;
    const [learning, layers] = await by({ ...right, 'training.ts': `// @ts-nocheck\n${idle}` }, ['layerStatistics'], {
      epochs: 2,
    });
    expect(learning).toMatchObject({ isYours: true, isBeside: true });
    expect(layers).toMatchObject({ isYours: true, isBeside: true });
    // The student’s own net is looked into by the right function where only that one is to be written.
    const noStatistics = { ...right, 'statistics.ts': stubsOf(slug)['statistics.ts'] ?? '' };
    const [, looked] = await by(noStatistics, ['train', 'trainStep', 'lossAndGradients'], { epochs: 2 });
    expect(looked).toMatchObject({ isYours: true, isBeside: true });
  });
});

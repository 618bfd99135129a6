import { describe, expect, test } from 'vitest';
import { plots } from '../../assignments/01-backpropagation/feedback/plots.ts';
import { tasks } from '../../assignments/01-backpropagation/reference.ts';
import type { Answerer } from '../../grader/check/answerer.ts';
import { drawPlots } from '../../grader/diagnose/plots.ts';
import type { Data, Plot, Task } from '../../grader/kit.ts';
import { answering } from './answering.ts';

const names = { yours: 'yours', right: 'right', epochs: 'epochs' };
const table = tasks();
const task = table.backward as unknown as Task;
const ours = plots(table);

const rightAnswer = (args: readonly Data[]): Data =>
  table.backward.answer(...(args as unknown as Parameters<typeof table.backward.answer>)) as unknown as Data;

describe('the plots of a task that failed', () => {
  test("show the student's answers and the right ones over the same layers", async () => {
    const [drawn] = await drawPlots(task, ours, answering(rightAnswer), names);
    const [yours, right] = drawn!.drawing.series;
    expect([yours!.label, right!.label]).toEqual(['yours', 'right']);
    expect(yours!.points).toHaveLength(10);
    expect(yours!.points).toEqual(right!.points);
    // The lecture's picture: at most a quarter of the gradient is left after every sigmoid.
    expect(right!.points[0]![1]).toBeLessThan(right!.points[9]![1] * 4 ** -9);
  });

  test('are those of that task alone', async () => {
    const answer = answering(rightAnswer);
    expect(await drawPlots(table.forward as unknown as Task, ours, answer, names)).toEqual([]);
    expect(answer.asked).toBe(0);
  });

  const broken: Readonly<Record<string, Data>> = {
    'a number': 3,
    nothing: null,
    'no layers': [],
    'not a number': [{ weights: [[Number.NaN]], biases: [Number.NaN] }],
    infinity: [
      { weights: [[Infinity]], biases: [0] },
      { weights: [[1]], biases: [Infinity] },
    ],
    'fewer layers than two': [{ weights: [[1]], biases: [1] }],
  };
  test.each(Object.entries(broken))('are left out where the answer is %s', async (_, value) => {
    expect(
      await drawPlots(
        task,
        ours,
        answering(() => value),
        names,
      ),
    ).toEqual([]);
  });

  test('are not asked for again after a call without an answer', async () => {
    let asked = 0;
    const stuck = (async () => {
      asked++;
      return { kind: 'crashed', reason: 'timeout', printed: '', stuck: true };
    }) as unknown as Answerer;
    const twice: readonly Plot[] = [...ours, ...ours];
    expect(await drawPlots(task, twice, stuck, names)).toEqual([]);
    expect(asked).toBe(1);
  });
});

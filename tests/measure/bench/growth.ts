import type { Data } from '../../../grader/kit.ts';
import { inTurns, median } from '../turns.ts';
import { inputOf, layersOf, openSandbox } from './calls.ts';
import type { Row } from './table.ts';

interface Growing {
  readonly name: string;
  readonly sizes: readonly number[];
  /** How much there is to do at a size. */
  readonly amount: (size: number) => number;
  readonly task: string;
  readonly calls: (size: number) => readonly (readonly Data[])[];
}

const growing: readonly Growing[] = [
  {
    name: 'calls in a frame',
    sizes: [512, 1024, 2048, 4096],
    amount: (n) => n,
    task: 'same',
    calls: (n) => Array.from({ length: n }, (_, i) => [i / 7]),
  },
  {
    name: 'layers of 32 × 32',
    sizes: [25, 50, 100, 200],
    amount: (n) => n,
    task: 'chain',
    calls: (n) => [[layersOf(n, 32), inputOf(32)]],
  },
  {
    name: 'weights in ten layers, from 32 × 32 to 256 × 256',
    sizes: [32, 64, 128, 256],
    amount: (n) => n * n,
    task: 'chain',
    calls: (n) => [[layersOf(10, n), inputOf(n)]],
  },
];

/** Time for so much as there is to do, at each size, over that at the smallest: 1 where time grows linearly. */
export async function growth(rounds: number): Promise<readonly Row[]> {
  const ask = openSandbox();
  const rows: Row[] = [];
  for (const { name, sizes, amount, task, calls } of growing) {
    const all = sizes.map(calls);
    for (let warm = 0; warm < 5; warm++) for (const one of all) await ask(task, one);
    const times = await inTurns(
      Math.max(rounds, 15),
      all.map((one) => () => ask(task, one)),
    );
    const each = times.map((of, i) => median(of) / amount(sizes[i]!));
    const figures = Object.fromEntries(sizes.map((size, i) => [`× ${size / sizes[0]!}`, each[i]! / each[0]!]));
    rows.push({ name, figures });
  }
  await ask('same', []);
  return rows;
}

import type { Data } from '../../../grader/kit.ts';
import { pickTier } from '../../../grader/sandbox/process/launch.ts';
import { Sandbox } from '../../../grader/sandbox/sandbox.ts';
import { inTurns, median } from '../turns.ts';
import type { Row } from './table.ts';

const limits = { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 600, frameMb: 16, printedKb: 16 };
const code = `
nabla$.exports.same = (x) => x;
nabla$.exports.chain = (layers, x) => layers.reduce((a, w) => w.map((row) => Math.tanh(row.reduce((s, v, i) => s + v * a[i], 0))), x);
`;

/** A sandbox with functions of ours in it. */
export function openSandbox(): (task: string, calls: readonly (readonly Data[])[]) => Promise<void> {
  const file = { name: 'f.ts', code, imports: {} };
  const sandbox = new Sandbox({ files: [file], limits, tier: pickTier('auto') });
  return async (task, calls) => {
    const reply = await sandbox.call({ file: 'f.ts', task, calls, callMs: 60_000 });
    if (reply.kind !== 'answered') throw new Error(`no answer: ${reply.kind}`);
    if (calls.length === 0) sandbox.close();
  };
}

/** Layers of so many units, with small weights. */
export const layersOf = (depth: number, width: number): Data =>
  Array.from({ length: depth }, (_, l) =>
    Array.from({ length: width }, (_, j) => Array.from({ length: width }, (_, i) => Math.sin(l + 3 * j + 7 * i) / 8)),
  );
export const inputOf = (width: number): Data => Array.from({ length: width }, (_, i) => Math.cos(i));

/** What a call into the sandbox costs beside the same call in the grader's own process. */
export async function calls(rounds: number): Promise<readonly Row[]> {
  const ask = openSandbox();
  const exports: Record<string, (...args: readonly unknown[]) => unknown> = {};
  new Function('nabla$', code)({ exports });
  const here = (task: string, all: readonly (readonly unknown[])[]): void => {
    for (const args of all) exports[task]!(...args);
  };
  const many = Array.from({ length: 512 }, (_, i): readonly Data[] => [i / 7]);
  const layers = [[layersOf(50, 64), inputOf(64)]] as const;
  const large = [[Array.from({ length: 65_536 }, (_, i) => i / 3)]];
  const measured = [
    { name: 'a call of one number, alone', task: 'same', all: many.slice(0, 1) },
    { name: '512 of them in a frame', task: 'same', all: many },
    { name: '50 layers of 64 × 64', task: 'chain', all: layers },
    { name: '512 KB there and back', task: 'same', all: large },
  ];
  // The first answers are those of a process that starts, and of code that V8 has not seen.
  for (let warm = 0; warm < 20; warm++) for (const { task, all } of measured) await ask(task, all);
  const times = await inTurns(
    Math.max(rounds, 51),
    measured.flatMap(({ task, all }) => [() => ask(task, all), () => here(task, all)]),
  );
  await ask('same', []);
  return measured.map(({ name, all }, i) => {
    const [there = Number.NaN, direct = Number.NaN] = [times[2 * i]!, times[2 * i + 1]!].map(median);
    return {
      name,
      figures: { 'µs a call': (1000 * there) / all.length, 'µs in this process': (1000 * direct) / all.length },
    };
  });
}

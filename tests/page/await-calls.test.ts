import { describe, expect, test } from 'vitest';
import { awaitCalls } from '../../grader/page/sandbox/exploring/await-calls.ts';
import { createCall } from '../../grader/page/worker/waiting-calls.ts';

/** Runs the body of a function whose `ask` refuses at first: its answer, twice its argument, comes later. */
async function explored(code: string): Promise<{ answer: unknown; asked: readonly number[] }> {
  const [text] = awaitCalls([code], ['ask']);
  const asked: number[] = [];
  const known = new Map<number, number>();
  let last: Promise<void> | undefined;
  const ask = (x: number): number => {
    const found = known.get(x);
    if (found !== undefined) return found;
    asked.push(x);
    last = new Promise((resolve) => {
      setTimeout(() => {
        known.set(x, 2 * x);
        resolve();
      });
    });
    throw new Error('still to come');
  };
  const call = createCall(() => {
    const answered = last;
    last = undefined;
    return answered;
  });
  const run = new Function('ask', 'nabla$call', text ?? '') as (...args: unknown[]) => unknown;
  return { answer: await run(ask, call), asked };
}

describe('a student’s functions that wait for an answer', () => {
  test.each<readonly [string, string, unknown, readonly number[]]>([
    [
      'loop',
      'function f(n) { let x = 1; for (let i = 0; i < n; i++) x = ask(x); return x; } return f(3);',
      8,
      [1, 2, 4],
    ],
    ['call one another', 'const g = (x) => ask(x) + 1; function f(x) { return g(g(x)); } return f(1);', 7, [1, 3]],
    ['map', 'const f = (all) => all.map((x) => ask(x)); return f([1, 2]);', [2, 4], [1, 2]],
    ['hand a function on', 'const f = (all) => all.map(ask); return f([1, 2]);', [2, 4], [1, 2]],
    ['reduce', 'const f = (all) => all.reduce((sum, x) => sum + ask(x), 0); return f([1, 2]);', 6, [1, 2]],
    ['fill', 'const f = (n) => Array.from({ length: n }, (_, i) => ask(i)); return f(2);', [0, 2], [0, 1]],
    [
      'sort out',
      'const f = (all) => { const kept = []; all.forEach((x) => { if (ask(x) > 2) kept.push(x); }); return kept.filter((x) => ask(x) < 6); }; return f([1, 2, 3]);',
      [2],
      [1, 2, 3],
    ],
    [
      'have functions of their own that take one',
      'const times = (n, act) => { let x = 1; for (let i = 0; i < n; i++) x = act(x); return x; }; const f = () => times(2, (x) => ask(x)); return f();',
      4,
      [1, 2],
    ],
    [
      'are methods',
      'const net = { step(x) { return ask(x); } }; const f = () => net.step(net.step(1)); return f();',
      4,
      [1, 2],
    ],
    [
      'are those of a class',
      'class Net { constructor(x) { this.x = x; } step() { this.x = ask(this.x); return this; } } const f = () => new Net(1).step().step().x; return f();',
      4,
      [1, 2],
    ],
    ['are called in parentheses', 'const m = { ask }; const f = (x) => (0, m.ask)((x)); return f(1);', 2, [1]],
    ['have another name for it', 'const other = ask; const f = (x) => other(x); return f(1);', 2, [1]],
    [
      'throw what is not about waiting',
      'const f = (x) => { try { ask(x); throw new Error("mine"); } catch (e) { return e.message; } }; return f(1);',
      'mine',
      [1],
    ],
    ['do without', 'const f = (all) => all.map((x) => x + 1).sort((a, b) => b - a); return f([1, 2]);', [3, 2], []],
  ])('%s', async (_, code, answer, asked) => {
    expect(await explored(code)).toEqual({ answer, asked });
  });

  test('stay as they are where nothing could wait, or could be read', () => {
    const constructed = 'class A { constructor() { this.x = ask(1); } get y() { return ask(2); } }';
    expect(awaitCalls([constructed, 'const (', null], ['ask'])).toEqual([constructed, 'const (', null]);
  });
});

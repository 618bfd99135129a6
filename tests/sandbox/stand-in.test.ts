import { describe, expect, test } from 'vitest';
import { type Data, isRngSeed } from '../../grader/kit.ts';
import type { Outcome } from '../../grader/sandbox/protocol/outcome.ts';
import type { RightAnswer, StandIn } from '../../grader/sandbox/stand-in.ts';
import { openSandbox } from './open-sandbox.ts';

const answers = (args: Data): RightAnswer => {
  const [x] = args as readonly Data[];
  return typeof x === 'number' ? { value: x + 100 } : { refused: true };
};
const base: StandIn = { file: 'other.ts', task: 'g', withoutFile: false, parameters: 1, generators: [], answers };

/** What a function does that calls a broken `g`, for which `standIn` answers. */
async function outcomesOf(
  body: string,
  standIn: Partial<StandIn> = {},
  calls: readonly (readonly Data[])[] = [[]],
  callMs = 5000,
): Promise<readonly Outcome[]> {
  const { ask } = openSandbox({
    'main.ts': `import { g } from './other'; const h: any = g; export const f = ${body};`,
    'other.ts': 'export function g(x: number) { return x; }',
  });
  const reply = await ask({ calls, callMs, standIns: [{ ...base, ...standIn }] });
  if (reply.kind !== 'answered') throw new Error(JSON.stringify(reply));
  return reply.outcomes;
}

const answerOf = async (...asked: Parameters<typeof outcomesOf>): Promise<unknown> => {
  const [outcome] = await outcomesOf(...asked);
  return outcome?.kind === 'value' ? outcome.value : outcome;
};

describe('a function that calls one for which the grader answers', () => {
  test('gets as many answers as it likes, in one call', async () => {
    const sum = '() => { let sum = 0; for (let i = 0; i < 3000; i++) sum += h(i); return sum; }';
    expect(await answerOf(sum)).toBe(3000 * 100 + (2999 * 3000) / 2);
  });

  test('has its time, however long the answers take to come: a busy machine is no mistake of a student’s', async () => {
    // A second in all, which is more than the call may take.
    const late = (args: Data): RightAnswer => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
      return answers(args);
    };
    const sum = '() => { let sum = 0; for (let i = 0; i < 50; i++) sum += h(i); return sum; }';
    expect(await answerOf(sum, { answers: late }, [[]], 700)).toBe(50 * 100 + (49 * 50) / 2);
  });

  test('may hand it to map, which adds arguments of its own', async () => {
    expect(await answerOf('() => [1, 2].map(h)')).toEqual([101, 102]);
  });

  test('may change what it got, which is its own', async () => {
    const standIn = { parameters: 2, answers: () => ({ value: [1, 2] }) };
    expect(await answerOf('() => { const a = h(1, 2); a.push(3); return [a, h(1, 2)]; }', standIn)).toEqual([
      [1, 2, 3],
      [1, 2],
    ]);
  });

  test.each([
    'undefined',
    '"1"',
    '[1]',
    '() => 1',
    'Symbol("s")',
    '10n',
    'new Float64Array(1e6)',
    'new Array(4e9)',
    'new Proxy([], {})',
    '(() => { const a: any[] = []; a[0] = a; return a; })()',
  ])('is told that there is none for %s', async (argument) => {
    const [outcome] = await outcomesOf(`() => h(${argument})`);
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'NablaRefused', message: 'g' } });
  });

  test('may catch that', async () => {
    expect(await answerOf('() => { try { return h("1"); } catch { return h(1); } }')).toBe(101);
  });

  test('may throw while its arguments are read, or ask again meanwhile', async () => {
    const two = { parameters: 2, answers: (args: Data): RightAnswer => ({ value: JSON.stringify(args) }) };
    expect(await answerOf('() => { try { h({ get x() { throw 7; } }, 0); } catch (e) { return e; } }', two)).toBe(7);
    expect(await answerOf('() => h({ get x() { return h(1, 2); } }, 3)', two)).toBe('[{"x":"[1,2]"},3]');
  });

  test('that asks for ever is timed out, and the next call is answered', async () => {
    const { ask } = openSandbox({
      'main.ts':
        "import { g } from './other'; export const f = (x: number) => { while (x === 2) g(Math.random === null ? 0 : x += 0); return g(x); };",
      'other.ts': 'export function g(x: number) { return x; }',
    });
    const always = { ...base, parameters: 2 };
    const reply = await ask({ calls: [[1], [2], [3]], standIns: [always] });
    expect(reply.kind === 'answered' && reply.outcomes.map(({ kind }) => kind)).toEqual([
      'value',
      'timeout',
      'skipped',
    ]);
    const again = await ask({ calls: [[5]], standIns: [always] });
    expect(again.kind === 'answered' && again.outcomes).toMatchObject([{ kind: 'value', value: 105 }]);
  });

  test('that recurses without end into it throws, and the process goes on', async () => {
    const outcomes = await outcomesOf(
      '(x: number): number => x === 1 ? (function r(n: number): number { return h(n) + r(n + 1); })(0) : h(x)',
      { parameters: 2 },
      [[1], [2]],
      20_000,
    );
    expect(outcomes[0]?.kind).toMatch(/^(?:threw|timeout)$/);
    if (outcomes[0]?.kind === 'threw') expect(outcomes[1]).toMatchObject({ kind: 'value', value: 102 });
  });

  test('sends a seed that is drawn from its generator, which has gone on by that', async () => {
    const seeds: unknown[] = [];
    const drawing = (args: Data): RightAnswer => {
      const [rng] = args as readonly Data[];
      seeds.push(isRngSeed(rng as Data) ? (rng as { seed: number }).seed : rng);
      return { value: 0 };
    };
    const rng = 'const rng = { n: 0, uniform() { this.n += 1; return this.n / 4; }, normal: () => 0 };';
    const body = `() => { ${rng} h(rng); h(rng); return rng.n; }`;
    expect(await answerOf(body, { generators: [0], answers: drawing })).toBe(2);
    expect(seeds).toEqual([2 ** 30, 2 ** 31]);
    const [outcome] = await outcomesOf('() => h({ uniform: () => 7 })', { generators: [0], answers: drawing });
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'NablaRefused' } });
  });

  test('that is answered by nobody learns that it was broken', async () => {
    const [outcome] = await outcomesOf('() => h(1)', { parameters: null });
    expect(outcome).toMatchObject({ kind: 'threw', error: { name: 'NablaBroken', message: 'g' } });
  });

  test('finds no way out of its realm by it', async () => {
    const body = `() => {
      const outer: string[] = [];
      const look = (x: any, at: string) => {
        if ((typeof x === 'object' && x !== null) || typeof x === 'function') {
          let p = x; while (Object.getPrototypeOf(p) !== null) p = Object.getPrototypeOf(p);
          if (p !== Object.prototype && p.constructor !== undefined && p !== x) outer.push(at);
        }
      };
      look(h, 'g');
      for (const key of ['caller', 'arguments']) { try { look(h[key], key); } catch (error) { look(error, key); } }
      for (const args of [[1], ['1'], [new Proxy({}, { get(_, k, r) { look(r, 'receiver'); throw 1; }, ownKeys() { throw 1; } })]]) {
        try { look(h(...args), 'answer'); } catch (error) { look(error, 'error'); look((error as any).constructor, 'constructor'); }
      }
      const recurse = (n: number): unknown => { try { return recurse(n + 1); } catch (e) { look(e, 'overflow'); try { h('x' + n); } catch (again) { look(again, 'overflow in g'); } throw e; } };
      try { recurse(0); } catch {}
      return outer;
    }`;
    expect(await answerOf(body, {}, [[]], 20_000)).toEqual([]);
  });
});

import { spawnSync } from 'node:child_process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { childSource } from '../../grader/sandbox/harness.generated.ts';
import { launchCommand } from '../../grader/sandbox/process/launch.ts';
import type { Reply } from '../../grader/sandbox/protocol/outcome.ts';
import { Sandbox } from '../../grader/sandbox/sandbox.ts';

/**
 * What the compiler lets nobody write, sent to the child as it is: behind the wall that the compiler is there has to be
 * another one.
 */
function replyTo(code: string, calls = 3): Promise<Reply> {
  const sandbox = new Sandbox({
    files: [{ name: 'main.ts', code: `${code}\n;return {};`, imports: {} }],
    limits: { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 60, frameMb: 16, printedKb: 16 },
    tier: 'local',
  });
  onTestFinished(() => sandbox.close());
  return sandbox.call({
    file: 'main.ts',
    task: 'f',
    callMs: 500,
    calls: Array.from({ length: calls }, () => []),
  });
}

async function valuesOf(code: string): Promise<unknown[]> {
  const reply = await replyTo(code);
  if (reply.kind !== 'answered') throw new Error(JSON.stringify(reply));
  return reply.outcomes.map((outcome) => (outcome.kind === 'value' ? outcome.value : outcome.kind));
}

describe('code that the compiler would never have let through', () => {
  test('learns nothing from import(): its promise is never settled', async () => {
    const code = `let seen = 0;
      nabla$.exports.f = () => { import('node:fs').then(() => { seen += 1; }, () => { seen += 1; }); return seen; };`;
    expect(await valuesOf(code)).toEqual([0, 0, 0]);
  });

  test('finds the harness under no name on its global object, whatever it defines or puts before it', async () => {
    const code = `const names = [];
      Object.setPrototypeOf(globalThis, new Proxy({}, {
        has(_, key) { names.push(String(key)); return false; },
        get(_, key) { names.push(String(key)); },
        set(_, key) { names.push(String(key)); return true; },
        defineProperty(_, key) { names.push(String(key)); return true; },
      }));
      nabla$.exports.f = () => { const all = Reflect.ownKeys(globalThis).map(String).concat(names); return all.filter((name) => /port|nabla|step/.test(name)); };`;
    expect(await valuesOf(code)).toEqual([[], [], []]);
  });

  test('is ended in its time, though every setter and getter of its realm loops for ever', async () => {
    const code = `const loop = () => { for (;;); };
      for (const key of ['nabla:step', 'step', '0', 'length', 'value', 'then', 'toJSON']) {
        for (const target of [globalThis, Object.prototype, Array.prototype]) {
          try { Object.defineProperty(target, key, { get: loop, set: loop, configurable: true }); } catch {}
        }
      }
      nabla$.exports.f = () => 1;`;
    // It ends, and in whichever way: the harness runs under limits of its own.
    expect((await replyTo(code, 1)).kind).toMatch(/^(?:answered|load-timeout|load-threw)$/);
  });

  test('cannot have Node hand it the frames of the outer realm', async () => {
    const code = `let frames;
      globalThis.Error = { prepareStackTrace: (_, all) => { frames = all; return 'mine'; } };
      nabla$.exports.f = () => {
        try { null.x; } catch (error) { String(error.stack); }
        if (frames === undefined) return 'none';
        return [Object.getPrototypeOf(frames) === Array.prototype, ...frames.map((one) => typeof one.getFunction())];
      };`;
    const [value] = await valuesOf(code);
    expect(value === 'none' || (Array.isArray(value) && value[0] === true)).toBe(true);
  });
});

describe('the outer realm of the child', () => {
  /** Runs where the harness runs, once it has frozen the language. */
  const inOuterRealm = (expression: string): string => {
    const { file, args } = launchCommand('local', { heapMb: 64, outsideHeapMb: 384, cpuSeconds: 60 }, 'SOURCE');
    const source = `process.exit = () => { throw 1; }; try { ${childSource.replace(/;?\s*$/, '')} } catch {}
      process.stdout.write(String((() => { try { return ${expression}; } catch (error) { return error.name; } })()));`;
    const command = args.map((arg) => (arg === 'SOURCE' ? source : arg));
    return spawnSync(file, command, { encoding: 'utf8', env: {}, input: '' }).stdout;
  };

  test.each([
    '(Array.prototype[Symbol.iterator] = 1, "changed")',
    '(Error.prototype.toString = 1, "changed")',
    '(Object.prototype.kind = 1, "changed")',
    '(Promise.prototype.then = 1, "changed")',
    '(Object.keys = 1, "changed")',
    '(Object.getPrototypeOf([].values()).next = 1, "changed")',
  ])('is frozen: %s', (expression) => {
    expect(inOuterRealm(`(() => { 'use strict'; return ${expression}; })()`)).toBe('TypeError');
  });

  test('has no __proto__ by which a prototype could be exchanged', () => {
    expect(inOuterRealm('typeof ({}).__proto__')).toBe('undefined');
  });

  test('listens for the signal that would open its inspector', () => {
    expect(inOuterRealm('process.listenerCount("SIGUSR1")')).toBe('1');
  });
});

import vm from 'node:vm';
import { transformSync } from 'esbuild';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileFile } from '../../grader/compile/compile.ts';
import { programs } from './programs.ts';

/** What a program logs, or how it ends. */
function outcomeOf(code: string, parameter: string, given: object, exported: Record<string, unknown>): string {
  const error = ((): string => {
    try {
      vm.runInNewContext(`(function (${parameter}) {${code}\n})`, {}, { timeout: 500 })(given);
      return '';
    } catch (thrown) {
      return (thrown as Error).name;
    }
  })();
  const log = ((): unknown => {
    try {
      return exported['log'];
    } catch {
      return undefined;
    }
  })();
  return JSON.stringify([log, error], (_, value) => (typeof value === 'number' ? String(value) : value));
}

function ours(code: string): string {
  const exported: Record<string, unknown> = {};
  const live = (name: string, get: () => unknown): void => {
    Object.defineProperty(exported, name, { get });
  };
  return outcomeOf(code, 'nabla$', { live }, exported);
}

function theirs(text: string): string {
  const { code } = transformSync(text, {
    loader: 'ts',
    format: 'cjs',
    target: 'node20',
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: true } },
    logLevel: 'silent',
  });
  const module = { exports: {} as Record<string, unknown> };
  const outcome = outcomeOf(code.replace('"use strict";', ''), 'module', module, {});
  void outcome;
  return outcomeOf(
    `"use strict"; ${code}`,
    'module',
    module,
    new Proxy({}, { get: (_, name) => module.exports[name as string] }),
  );
}

const seed = Number(process.env['NABLA_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

test(`a program without its types does what esbuild's does (seed ${seed})`, () => {
  let compared = 0;
  fc.assert(
    fc.property(programs, (text) => {
      let expected: string;
      try {
        expected = theirs(text);
      } catch {
        // No TypeScript to esbuild: then it is for us to refuse it, or to read it as V8 does.
        return;
      }
      const { code, problem } = compileFile({ name: 'main.ts', text }, () => true);
      expect({ problem, text }).toEqual({ problem: undefined, text });
      expect({ outcome: ours(code ?? ''), text }).toEqual({ outcome: expected, text });
      compared += 1;
    }),
    { seed, numRuns: Number(process.env['NABLA_RUNS'] ?? 300), endOnFailure: false },
  );
  expect(compared).toBeGreaterThan(0);
});

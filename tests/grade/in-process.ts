import vm from 'node:vm';
import { localAnswer } from '../../grader/diagnose/local-answer.ts';
import type { Host } from '../../grader/grade/host.ts';
import { nodeHost } from '../../grader/host/node-host.ts';
import type { Outcome } from '../../grader/sandbox/protocol/outcome.ts';
import type { SandboxTier } from '../../grader/sandbox/tier.ts';

type Functions = Record<string, (...args: never[]) => unknown>;

/** Programs of ours in this very process, in a realm of their own: what a page would have a worker for. */
const here: SandboxTier = {
  name: 'local',
  open({ files }) {
    const realm = vm.createContext({});
    const loaded = new Map<string, Functions>();
    const load = (name: string): Functions => {
      const { code, imports } = files.find((file) => file.name === name)!;
      const exports = loaded.get(name) ?? {};
      if (!loaded.has(name)) {
        loaded.set(name, exports);
        const live = (one: string, get: () => unknown): void => {
          Object.defineProperty(exports, one, { get });
        };
        const run = vm.compileFunction(code ?? '', ['nabla$'], { parsingContext: realm });
        run({ live, require: (one: string) => load(imports[one]!) });
      }
      return exports;
    };
    return {
      spentMs: 0,
      touched: new Set(),
      startOver() {},
      async call({ file, task, calls }) {
        const outcomes = calls.map((args): Outcome => localAnswer(load(file)[task]!, args));
        return { kind: 'answered', outcomes, printed: '', stuck: false };
      },
      close() {},
    };
  },
};

export const inProcess: Host = { ...nodeHost('local'), sandbox: here, now: () => 0 };

import vm from 'node:vm';
import type { LoadHeader, Substitute } from '../protocol/protocol.ts';
import type { Ask, Finished, Port } from '../realm/main.ts';
import { parse, type Scripts } from './scripts.ts';

/** A realm with a submission in it. Whatever runs in it once it is open has a limit of time. */
export interface Realm {
  /** Room for the next frame. */
  input(byteLength: number, limitMs: number): ArrayBuffer;
  /** Goes on with the calls for about a slice: 1 while some are left. Throws where the time is over. */
  step(limitMs: number): unknown;
  finish(limitMs: number): Finished;
}

/** Opens realms of one submission, each parsed from the same scripts. */
export function createRealms(submission: LoadHeader, ask: Ask): (substitutes: readonly Substitute[]) => Realm {
  const { portName } = submission;
  let scripts: Scripts | undefined;
  // `portName` is a constant between scripts: it is on no object that a student's code could look at or change, and
  // the code cannot know what it is called.
  const stepScript = new vm.Script(`${portName}.step()`);
  const finishScript = new vm.Script(`${portName}.finish()`);
  return (substitutes) => {
    scripts ??= parse(submission);
    const context = vm.createContext(Object.create(null), {
      codeGeneration: { strings: false, wasm: false },
      microtaskMode: 'afterEvaluate',
    });
    const run = (script: vm.Script, timeout: number): unknown => script.runInContext(context, { timeout });
    const port = scripts.realm.runInContext(context) as Port;
    for (const { name, script, imports } of scripts.files) {
      port.add(name, script?.runInContext(context) ?? null, imports);
    }
    // A realm in which nothing is replaced holds nothing of the outer one, not even this.
    if (substitutes.length > 0) port.connect(ask);
    for (const [index, { file, task, withoutFile, parameters, generators }] of substitutes.entries()) {
      port.substitute(file, task, withoutFile ? 1 : 0, index, parameters ?? -1, JSON.stringify(generators));
    }
    return {
      input: (byteLength, limitMs) => run(new vm.Script(`${portName}.input(${byteLength})`), limitMs) as ArrayBuffer,
      step: (limitMs) => run(stepScript, limitMs),
      finish: (limitMs) => run(finishScript, limitMs) as Finished,
    };
  };
}

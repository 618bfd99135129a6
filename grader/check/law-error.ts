import { NablaError } from '../errors.ts';
import type { Law } from '../kit.ts';

/** What a law does of its own, its author's code: where it throws, it is said which law that was, and where. */
export function ofLaw<Value>({ id, task }: Law, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    if (error instanceof NablaError) throw error;
    throw new NablaError('bad-assignment', 'law-throws', { law: id, task, reason: placed(error) });
  }
}

/** An error of an assignment's own code, and the place in its sources, if the stack knows of these. */
function placed(error: unknown): string {
  const { message = String(error), stack = '' } = Object(error) as Partial<Error>;
  const [, place] = /[\\/](assignments[\\/][^\s():]+\.ts:\d+:\d+)/.exec(stack) ?? [];
  return place === undefined ? message : `${place}: ${message}`;
}

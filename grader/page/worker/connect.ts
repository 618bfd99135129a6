import type { Ask, Port } from '../../sandbox/realm/main.ts';
import type { WorkerAnswers, WorkerRequest } from './messages.ts';

/** The grader's port, in a worker. */
export interface MessagePort {
  onmessage: ((event: { readonly data: WorkerRequest | WorkerAnswers }) => void) | null;
  postMessage(message: number | ArrayBuffer): void;
}
/** Puts stand-ins into the student's program, which ask by this. */
export function connect(realm: Port, ask: Ask, substitutes: WorkerRequest['substitutes']): void {
  realm.connect(ask);
  for (let at = 0; at < substitutes.length; at++) {
    const [file, task, withoutFile, parameters, generators] = substitutes[at]!;
    realm.substitute(file, task, withoutFile, at, parameters, generators);
  }
}

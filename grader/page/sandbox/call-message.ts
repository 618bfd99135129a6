import { callBody } from '../../sandbox/protocol/call-body.ts';
import { nonceBytes } from '../../sandbox/protocol/protocol.ts';
import type { CallRequest } from '../../sandbox/protocol/request.ts';
import type { StandIn } from '../../sandbox/stand-in.ts';
import type { WorkerRequest } from '../worker/messages.ts';
import type { KnownAnswers } from './known-answers.ts';

export const substituteOf = ({ file, task, withoutFile, parameters, generators }: StandIn) =>
  [file, task, withoutFile ? 1 : 0, parameters ?? -1, JSON.stringify(generators)] as const;

/** A frame of calls for a worker that knows the first `already` of these answers. */
export const callMessage = (
  request: CallRequest,
  slice: number,
  known: KnownAnswers,
  already: number,
): WorkerRequest => ({
  nonce: crypto.getRandomValues(new Uint8Array(nonceBytes)).buffer,
  body: callBody(request, slice).slice().buffer,
  substitutes: (request.standIns ?? []).map(substituteOf),
  answers: known.entries.slice(already),
  numbers: known.numbers,
});

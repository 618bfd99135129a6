import { remembered } from '../../kit/remembered.ts';
import type { Data } from '../../kit.ts';
import { ByteWriter, encode } from '../codec/encode.ts';
import type { CallRequest } from './request.ts';

/** What a frame of calls says to the realm, which gives way after each slice of time. */
export function callBody({ file, task, echo = false, calls }: CallRequest, sliceMs: number): Uint8Array {
  const writer = new ByteWriter();
  writer.text(file);
  writer.text(task);
  writer.byte(echo ? 1 : 0);
  writer.u32(sliceMs);
  writer.u32(calls.length);
  writer.bytes(encodedCalls(calls));
  return writer.finish();
}

/** The frames of a law are the same for everybody who is graded at a seed. */
const encodedCalls = remembered((calls: readonly (readonly Data[])[]): Uint8Array => {
  const writer = new ByteWriter();
  for (const call of calls) encode(writer, call);
  return writer.finish();
});

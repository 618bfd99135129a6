import { frameHeaderBytes, nonceBytes } from '../../sandbox/protocol/protocol.ts';
import { Buffer, Bytes, copyBytes } from '../../sandbox/realm/primordials.ts';

/** A frame to the grader with this nonce, and room behind its head. */
export function frameOf(nonce: Uint8Array, kind: number, byteLength: number): Uint8Array {
  const bytes = new Bytes(new Buffer(frameHeaderBytes + byteLength));
  bytes[0] = kind;
  copyBytes(new Bytes(bytes.buffer as ArrayBuffer, 1, nonceBytes), nonce);
  return bytes;
}

/** A frame that asks for an answer. */
export function requestOf(nonce: Uint8Array, kind: number, request: ArrayBuffer): ArrayBuffer {
  const bytes = frameOf(nonce, kind, request.byteLength);
  copyBytes(new Bytes(bytes.buffer as ArrayBuffer, frameHeaderBytes, request.byteLength), new Bytes(request));
  return bytes.buffer as ArrayBuffer;
}

import { createRng, type RandomStream } from '../../../reference/numerics/rng.ts';
import { floatsAreLittleEndian, tag } from '../codec/tags.ts';
import {
  createRecord,
  defineProperty,
  fromCharCode,
  getFloat64,
  getUint8,
  getUint16,
  getUint32,
} from './primordials.ts';

/** Rebuilds the grader's arguments out of bytes, as objects of the student's own realm. The bytes are trusted. */
export interface InputReader {
  value(): unknown;
  text(): string;
  byte(): number;
  u32(): number;
}

export function createReader(view: DataView, remember: (rng: RandomStream, seed: number) => void): InputReader {
  let at = 0;
  const byte = (): number => getUint8(view, at++);
  const u32 = (): number => {
    const value = getUint32(view, at, true);
    at += 4;
    return value;
  };
  const f64 = (): number => {
    const value = getFloat64(view, at, floatsAreLittleEndian);
    at += 8;
    return value;
  };
  const text = (): string => {
    const length = u32();
    let result = '';
    for (let index = 0; index < length; index++) {
      result += fromCharCode(getUint16(view, at, true));
      at += 2;
    }
    return result;
  };
  /** One for all fields: nobody else sees it, and to make one costs more than to read a field. */
  const field = createRecord(null);
  field['writable'] = field['enumerable'] = field['configurable'] = true;
  const record = (): unknown => {
    const fields: Record<string, unknown> = {};
    const count = u32();
    for (let index = 0; index < count; index++) {
      const key = text();
      // Read before it is put there: there may be records in it.
      const content = value();
      field['value'] = content;
      defineProperty(fields, key, field);
    }
    return fields;
  };
  const entries = (read: () => unknown): unknown[] => {
    const length = u32();
    const result: unknown[] = [];
    for (let index = 0; index < length; index++) result[index] = read();
    return result;
  };
  const rng = (): unknown => {
    const seed = u32();
    const stream = createRng(seed);
    remember(stream, seed);
    return stream;
  };
  const value = (): unknown => {
    switch (byte()) {
      case tag.null:
        return null;
      case tag.false:
        return false;
      case tag.true:
        return true;
      case tag.number:
        return f64();
      case tag.string:
        return text();
      case tag.vector:
        return entries(f64);
      case tag.list:
        return entries(value);
      case tag.record:
        return record();
      case tag.rng:
        return rng();
      default:
        return undefined;
    }
  };
  return { value, text, byte, u32 };
}

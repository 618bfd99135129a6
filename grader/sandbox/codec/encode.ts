import { type Data, foreignKinds, isForeign, isList, isRngSeed } from '../../kit.ts';
import { floatsAreLittleEndian, tag } from './tags.ts';

/** Grows as it is written to. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  #reserve(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, 2 * this.#bytes.length));
      grown.set(this.#bytes);
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return at;
  }
  byte(value: number): void {
    const at = this.#reserve(1);
    this.#bytes[at] = value;
  }
  u32(value: number): void {
    const at = this.#reserve(4);
    this.#view.setUint32(at, value, true);
  }
  f64(value: number): void {
    const at = this.#reserve(8);
    this.#view.setFloat64(at, value, floatsAreLittleEndian);
  }
  text(value: string): void {
    this.u32(value.length);
    for (let index = 0; index < value.length; index++) {
      const at = this.#reserve(2);
      this.#view.setUint16(at, value.charCodeAt(index), true);
    }
  }
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

export function encode(writer: ByteWriter, value: Data): void {
  switch (typeof value) {
    case 'number':
      writer.byte(tag.number);
      return writer.f64(value);
    case 'string':
      writer.byte(tag.string);
      return writer.text(value);
    case 'boolean':
      return writer.byte(value ? tag.true : tag.false);
    case 'undefined':
      return writer.byte(tag.undefined);
    default:
      return encodeObject(writer, value);
  }
}

function encodeObject(writer: ByteWriter, value: Exclude<Data, number | string | boolean | undefined>): void {
  if (value === null) return writer.byte(tag.null);
  if (isRngSeed(value)) {
    writer.byte(tag.rng);
    return writer.u32(value.seed);
  }
  if (isForeign(value)) {
    writer.byte(tag.foreign);
    return writer.byte(foreignKinds.indexOf(value.kind));
  }
  if (isList(value)) {
    const isVector = value.every((entry) => typeof entry === 'number');
    writer.byte(isVector ? tag.vector : tag.list);
    writer.u32(value.length);
    for (const entry of value) {
      if (isVector) writer.f64(entry as number);
      else encode(writer, entry);
    }
    return;
  }
  const fields = Object.entries(value);
  writer.byte(tag.record);
  writer.u32(fields.length);
  for (const [key, field] of fields) {
    writer.text(key);
    encode(writer, field);
  }
}

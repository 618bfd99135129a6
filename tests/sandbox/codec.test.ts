import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Data, Foreign, foreignKinds, isIdentical, RngSeed } from '../../grader/kit.ts';
import { ByteReader, decode, MalformedBytes } from '../../grader/sandbox/codec/decode.ts';
import { ByteWriter, encode } from '../../grader/sandbox/codec/encode.ts';
import { createRng } from '../../reference/numerics/rng.ts';

const roundTrip = (value: Data): Data => {
  const writer = new ByteWriter();
  encode(writer, value);
  return decode(new ByteReader(writer.finish()));
};

const data: fc.Arbitrary<Data> = fc.letrec<{ value: Data }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.boolean(),
    fc.constantFrom<Data>(null, undefined),
    fc.array(fc.double()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4 }),
  ),
})).value;

describe('the wire format', () => {
  test('brings every value back as it was, NaN, −0, infinities and lone surrogates included', () => {
    fc.assert(fc.property(data, (value) => isIdentical(roundTrip(value), value)));
  });

  test('tells −0 from 0 and keeps NaN inside a vector', () => {
    expect(roundTrip([Number.NaN, -0, Number.POSITIVE_INFINITY])).toEqual([Number.NaN, -0, Number.POSITIVE_INFINITY]);
  });

  test('keeps the seed of a generator and the kind of what is no data', () => {
    expect(roundTrip(new RngSeed(4294967295))).toEqual(new RngSeed(4294967295));
    for (const kind of foreignKinds) expect(roundTrip(new Foreign(kind))).toEqual(new Foreign(kind));
  });

  test('makes a key named __proto__ a key like any other', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}}') as Data;
    const back = roundTrip(hostile) as object;
    expect(Object.getPrototypeOf(back)).toBeNull();
    expect(Object.keys(back)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('a million random byte strings either decode or are refused as malformed, and never do anything else', () => {
    const { uniform } = createRng(1);
    const random = new Uint8Array(64);
    let decoded = 0;
    for (let run = 0; run < 1_000_000; run++) {
      for (let at = 0; at < 24; at++) random[at] = 256 * uniform();
      // Half of them begin with a tag that is known, and a length that is small.
      if (run % 2 === 0) random.set([run % 11, run % 5, 0, 0, 0]);
      try {
        decode(new ByteReader(random));
        decoded += 1;
      } catch (error) {
        if (!(error instanceof MalformedBytes)) throw error;
      }
    }
    expect(decoded).toBeGreaterThan(100_000);
    expect(decoded).toBeLessThan(1_000_000);
  });

  test('a frame cut short anywhere, or with a byte changed, decodes or is refused', () => {
    fc.assert(
      fc.property(data, fc.nat(), fc.nat({ max: 255 }), (value, at, byte) => {
        const writer = new ByteWriter();
        encode(writer, value);
        const bytes = writer.finish().slice();
        const spoiled = bytes.slice();
        spoiled[at % bytes.length] = byte;
        for (const tried of [bytes.slice(0, at % bytes.length), spoiled]) {
          try {
            decode(new ByteReader(tried));
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedBytes);
          }
        }
      }),
    );
  });

  test('a length that goes beyond the bytes is refused before anything is made of it', () => {
    const claim = new Uint8Array([6, 0xff, 0xff, 0xff, 0x7f]);
    expect(() => decode(new ByteReader(claim))).toThrow(MalformedBytes);
  });

  test('nesting without end is refused', () => {
    const nested = new Uint8Array(5 * 1000);
    for (let at = 0; at < nested.length; at += 5) nested.set([7, 1, 0, 0, 0], at);
    expect(() => decode(new ByteReader(nested))).toThrow(MalformedBytes);
  });
});

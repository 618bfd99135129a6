/**
 * The wire format of a value, little-endian but for floats: one tag byte, then
 * number f64 · string u32 length + UTF-16 units · vector u32 length + f64 each · list u32 length + values ·
 * record u32 length + (string without tag, value) each · rng u32 seed · foreign u8 kind.
 */
export const tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  number: 4,
  string: 5,
  vector: 6,
  list: 7,
  record: 8,
  rng: 9,
  foreign: 10,
} as const;

/**
 * Floats alone are in the machine's own order, which is where both ends are: so the sandbox can write many at once, as
 * an array of them.
 */
export const floatsAreLittleEndian = new Uint8Array(new Float64Array([1]).buffer)[7] !== 0;

/** What became of one call: one byte before its value or its error. */
export const callTag = { value: 0, valueAndArguments: 1, threw: 2 } as const;

/** How loading went: one byte before the calls. */
export const loadTag = { loaded: 0, noExport: 1, threw: 2 } as const;

/** How deep a value may be nested on its way out. */
export const maxDepth = 16;

/**
 * So many entries may lists and records have in one frame, those of vectors apart. A byte can stand for an entry, and
 * costs a hundred times as much once it is decoded; without a bound, 16 MB of bytes become a gigabyte.
 */
export const maxEntries = 2 ** 19;

/** No answer that is asked for has more keys. */
export const maxKeys = 1000;

/** Encodings that spreadsheets and registrars write. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file of unknown encoding. A byte order mark decides; else zero bytes tell UTF-16, well-formed UTF-8 is
 * UTF-8, and anything else is one of the two single-byte code pages of Windows.
 */
export function decode(bytes: Uint8Array, given?: Encoding): Decoded {
  const encoding = given ?? encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: the separators of a table are ASCII, so every other byte of them is 0.
  const zeros = [0, 0];
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2]! += 1;
  if (zeros[0]! + zeros[1]! > 0) return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return codePageOf(bytes);
  }
}

/**
 * Both code pages give every byte from 0xC0 a letter. In a Cyrillic word nearly every letter is one of these; in a
 * Western word they stand alone between ASCII letters. Statistical detectors need more text than a short roster has.
 */
function codePageOf(bytes: Uint8Array): 'windows-1251' | 'windows-1252' {
  let beside = 0;
  let alone = 0;
  for (const [at, byte] of bytes.entries()) {
    if (!isHighLetter(byte)) continue;
    if (isHighLetter(bytes[at - 1]) || isHighLetter(bytes[at + 1])) beside += 1;
    else alone += 1;
  }
  return beside > alone ? 'windows-1251' : 'windows-1252';
}

/** From 0xC0, and Ё and ё of windows-1251. */
const isHighLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte >= 0xc0 || byte === 0xa8 || byte === 0xb8);

/** Why a file that is there cannot be a program. Keys of the message catalogue. */
export type FileProblem = 'link' | 'not-a-file' | 'not-readable' | 'too-large' | 'utf-16' | 'not-utf8';

/** A larger file is no program that somebody wrote. */
export const maxFileBytes = 256 * 1024;

/** The text in a file's bytes, or why there is none. */
export function textOf(bytes: Uint8Array): string | { readonly unreadable: FileProblem } {
  const [first, second] = bytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Of plain text every other byte is zero then; of UTF-8, none.
  const start = bytes.subarray(0, 4096);
  const isWide = start.length > 1 && start.filter((byte) => byte === 0).length > start.length / 4;
  if (hasMark || isWide) return { unreadable: 'utf-16' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { unreadable: 'not-utf8' };
  }
}

/** One student of a class, as a roster names them. */
export interface Student {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** A URL, or a path from where the roster lies; empty where the roster names none. */
  readonly repository: string;
  readonly branch: string;
  /** The id or the folder of a variant. */
  readonly variant: string;
  /** Their own deadline, as it is written. */
  readonly due: string;
  /** When the platform received their last push, as it is written. */
  readonly pushed: string;
}

/**
 * A student's id as the name of a folder on any system: letters, digits and a few marks stay, all else is written as
 * %XX. No two ids give the same name, and none leaves its folder.
 */
export function folderOf(id: string): string {
  const escaped = [...id].map((sign) => (/[\p{L}\p{N}_@+-]/u.test(sign) ? sign : percent(sign))).join('');
  const plain = escaped.replaceAll('%2E', '.');
  // `..`, `con`, `a.`: dots at the ends, and names that Windows keeps to itself.
  if (/^\.|\.$/.test(plain)) return escaped;
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain) ? `${percent(plain[0]!)}${plain.slice(1)}` : plain;
}

const percent = (sign: string): string =>
  [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

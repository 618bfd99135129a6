import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { NablaError } from '../errors.ts';

/** The secret of a class. Without it nobody can tell who gets what. */
export function readSecret(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new NablaError('bad-roster', `${file} cannot be read: ${(error as Error).message}`);
  }
  if (secret.length < 16) {
    throw new NablaError(
      'bad-roster',
      `${file}: a secret has at least 16 characters`,
      'For example: openssl rand -hex 32',
    );
  }
  return secret;
}

/** The first 32 bits of HMAC-SHA256(secret, assignment + student). */
export const studentSeed = (secret: string, assignment: string, student: string): number =>
  createHmac('sha256', secret).update(`${assignment}${student}`).digest().readUInt32BE(0);

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Who has which variant. */
export const rosterText = (rows: readonly (readonly (string | number)[])[]): string =>
  [['student', 'variant', 'folder', 'seed', 'parameters'], ...rows]
    .map((row) => `${row.map((value) => cell(String(value))).join(',')}\n`)
    .join('');

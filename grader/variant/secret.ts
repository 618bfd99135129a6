import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { NablaError, systemReason } from '../errors.ts';

/** Characters that a secret has at least. */
const least = 16;

/** The secret of a class. Without it nobody can tell who gets what. */
export function readSecret(file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new NablaError('bad-roster', 'cannot-read', { file, reason: systemReason(error) });
  }
  if (secret.length < least) throw new NablaError('bad-roster', 'short-secret', { file, least });
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

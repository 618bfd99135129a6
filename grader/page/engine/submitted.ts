import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Manifest } from '../../load/assignment/manifest.ts';
import { maxFileBytes, textOf } from '../../load/submission/file-text.ts';
import type { SubmittedFile } from '../../load/submission/submission.ts';
import type { Files } from './messages.ts';

/** The files of a page as a submission: what a check of the same files in a folder would read. */
export function submittedFiles(
  files: Files,
  manifest: Pick<Manifest, 'tasks' | 'provided'>,
  provided: Readonly<Record<string, string>>,
): readonly SubmittedFile[] {
  const names = Object.keys(files).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const missing = manifest.provided.filter((name) => !Object.hasOwn(files, name));
  return [
    ...names.sort((a, b) => (a < b ? -1 : 1)).map((name) => submitted(name, files[name] as string | Uint8Array)),
    ...missing.flatMap((name) => (provided[name] === undefined ? [] : [submitted(name, provided[name])])),
  ];
}

function submitted(name: string, content: string | Uint8Array): SubmittedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  if (bytes.length > maxFileBytes) return { name, digest: 'too-large', unreadable: 'too-large' };
  const digest = `sha256:${bytesToHex(sha256(bytes))}`;
  const text = textOf(bytes);
  return typeof text === 'string' ? { name, digest, text } : { name, digest, ...text };
}

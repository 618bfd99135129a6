import { existsSync, readFileSync } from 'node:fs';
import type { Language } from '../load/assignment/manifest.ts';
import { spokenFile } from '../load/spoken-file.ts';

/** What an assignment's statement asks of each task, by the task's id; nothing where the statement is not there. */
export function readPassages(
  folder: string,
  language: Language,
  tasks: readonly string[],
): Readonly<Record<string, string>> {
  const file = spokenFile(folder, 'statement', language);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Object.fromEntries(tasks.map((task) => [task, passageOf(text, task)]));
}

/**
 * The passage below a heading that calls the task, ### `sigmoid(z)` · 10 points, as far as the next heading. Without its
 * pictures: their files lie elsewhere.
 */
export function passageOf(statement: string, task: string): string {
  const lines = statement.split('\n');
  const start = lines.findIndex((line) => line.startsWith('#') && line.includes(`\`${task}(`));
  if (start === -1) return '';
  const end = lines.findIndex((line, at) => at > start && /^#{1,3} /.test(line));
  return lines
    .slice(start + 1, end === -1 ? undefined : end)
    .filter((line) => !line.startsWith('!['))
    .join('\n')
    .trim();
}

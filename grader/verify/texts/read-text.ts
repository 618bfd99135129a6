import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the assignment's folder; undefined where there is none. */
export function readText(folder: string, name: string): string | undefined {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Whether a text names a task as a word of its own: `tanh` by none of `tanhDerivative`, `tanh.ts`, `\\tanh`, `\\text{tanh}`. */
export const names = (text: string, task: string): boolean =>
  new RegExp(`(?<![\\w\\\\{])${task}(?!\\w|\\.ts)`).test(text);

import type { Manifest } from '../../load/assignment/manifest.ts';

/** The line, from 1, on which a file begins to define a function; undefined where it does not. */
export function lineOf(text: string, task: string): number | undefined {
  const found = new RegExp(`\\b(?:function\\*?|const|let|var)\\s+${task.replaceAll('$', '\\$')}(?![\\w$])`).exec(text);
  return found === null ? undefined : text.slice(0, found.index).split('\n').length;
}

/** The task whose function a line belongs to: the last that begins above it. */
export function taskAt({ tasks }: Manifest, file: string, text: string, line: number): string | undefined {
  return tasks
    .filter((task) => task.file === file)
    .map(({ id }) => ({ id, begins: lineOf(text, id) ?? Number.POSITIVE_INFINITY }))
    .filter(({ begins }) => begins <= line)
    .sort((a, b) => b.begins - a.begins)[0]?.id;
}

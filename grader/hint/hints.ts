import { existsSync, readFileSync } from 'node:fs';
import { NablaError } from '../errors.ts';
import type { Language } from '../load/assignment/manifest.ts';
import { spokenFile } from '../load/spoken-file.ts';

/** A part of a Markdown text: a heading, and what stands below it up to the next of its level. */
export interface Section {
  readonly title: string;
  readonly body: string;
}

export const sectionsOf = (text: string, mark: '## ' | '### '): readonly Section[] =>
  `\n${text.replaceAll('\r\n', '\n')}`
    .split(`\n${mark}`)
    .slice(1)
    .map((section) => {
      const [title = '', ...body] = section.split('\n');
      return { title: title.trim(), body: body.join('\n').trim() };
    });

/** The hints of a task, each under its number: below headings ### 1 to ### 3, or, if they are short, in a numbered list. */
export function hintsIn(section: string): readonly Section[] {
  const below = sectionsOf(section, '### ');
  if (below.length > 0) return below;
  const [, ...items] = section.split(/^(\d+)\. +/m);
  return items.flatMap((title, i) =>
    i % 2 === 1 ? [] : [{ title, body: (items[i + 1] ?? '').replace(/^ {3}/gm, '').trim() }],
  );
}

/** The hints of one task, from the first nudge on. Throws `bad-catalogue` where there are none. */
export function readHints(folder: string, language: Language, task: string): readonly string[] {
  const file = spokenFile(folder, 'hints', language);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const section = sectionsOf(text, '## ').find(({ title }) => title === task);
  const hints = hintsIn(section?.body ?? '').map(({ body }) => body);
  if (hints.length === 0) throw new NablaError('bad-catalogue', 'no-hints', { file, task });
  return hints;
}

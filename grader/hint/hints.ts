import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NablaError } from '../errors.ts';
import type { Language } from '../load/manifest.ts';

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

/** The hints of one task, from the first nudge on. Throws `bad-catalogue` where there are none. */
export function readHints(folder: string, language: Language, task: string): readonly string[] {
  const file = path.join(folder, `hints.${language}.md`);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const section = sectionsOf(text, '## ').find(({ title }) => title === task);
  const hints = sectionsOf(section?.body ?? '', '### ').map(({ body }) => body);
  if (hints.length === 0) throw new NablaError('bad-catalogue', `${file} has no hints for ${task}`);
  return hints;
}

import { createHash } from 'node:crypto';
import style from '../../templates/class/class.css.hbs';
import renderPage from '../../templates/class/class.html.hbs';
import renderMarkdown from '../../templates/class/class.md.hbs';
import type { ClassMessages } from '../class/catalogue.ts';
import type { ClassData } from '../class/class-data.ts';
import type { Alike } from '../class/handed-in/alike.ts';
import type { ClassOptions } from '../class/handed-in/entry.ts';
import { inlineCode, inlineText } from '../report/hostile-text.ts';
import script from './client/main.ts?bundled';
import { type PageData, pageData } from './page-data.ts';

/** A file that shows the whole class. */
export interface Page {
  readonly name: string;
  readonly content: string;
}

/** The class as one page that asks nobody for anything, and the same in words. */
export function classPages(
  data: ClassData,
  options: Pick<ClassOptions, 'late' | 'language'>,
  alike: Alike,
  messages: ClassMessages,
): readonly Page[] {
  const page = pageData(data, options, alike, messages);
  return [
    { name: 'class.html', content: htmlOf(page, options.language, messages) },
    { name: 'class.md', content: markdownOf(page, messages) },
  ];
}

const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function htmlOf(page: PageData, language: string, { page: words, class: { status } }: ClassMessages): string {
  const css = style({}, { helpers: {} });
  // Whatever a student wrote, it ends no script.
  const json = JSON.stringify({ ...page, words, status })
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
  return renderPage(
    {
      language,
      title: escaped(page.title),
      words: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, escaped(text)])),
      css,
      script,
      json,
      policy: `default-src 'none'; script-src ${digest(script)}; style-src ${digest(css)}; img-src data:; base-uri 'none'; form-action 'none'`,
    },
    { helpers: {} },
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function markdownOf(page: PageData, { page: words, class: { status } }: ClassMessages): string {
  const count = (isSo: (one: PageData['students'][number]) => boolean): number => page.students.filter(isSo).length;
  const points = page.students.flatMap(({ points }) => points ?? []);
  const tenth = page.maxPoints / 10;
  const bars = Array.from({ length: 10 }, (_, at) => {
    const isIn = (value: number): boolean => Math.min(9, Math.floor(value / tenth)) === at;
    const students = points.filter(isIn).length;
    return { from: Math.round(at * tenth), to: Math.round((at + 1) * tenth), students };
  });
  const text = renderMarkdown(
    {
      words,
      title: inlineText(page.title),
      all: page.students.length,
      graded: count((one) => one.status === 'graded'),
      missing: count((one) => one.status === 'not-handed-in'),
      failed: count((one) => one.status === 'not-graded'),
      late: count((one) => one.late > 0),
      look: count((one) => one.looks.length > 0),
      bars,
      assignments: page.assignments.map(({ slug, title, tasks }) => ({
        title: `${inlineText(title)} (${slug})`,
        tasks: tasks.map((task) => ({
          ...task,
          mistakes: task.mistakes.map(({ title: name, students, example }) => ({
            name: inlineText(name),
            students,
            example:
              example &&
              `${inlineCode(example.call)}: ${inlineCode(example.expected)} / ${inlineCode(example.received)}`,
          })),
        })),
      })),
      looks: page.students
        .filter(({ looks }) => looks.length > 0)
        .map(({ id, looks }) => ({
          id: inlineText(id),
          reasons: looks.map(({ reason, todo }) => `${inlineText(reason)}. ${todo}`),
        })),
      students: page.students.map(({ id, name, points: own, maxPoints, late, status: state, grades }) => ({
        ...{ id: inlineText(id), name: inlineText(name), points: own ?? '–', maxPoints, late, state: status[state] },
        report: grades.find(({ report }) => report !== null)?.report ?? '',
      })),
    },
    { helpers: {} },
  );
  return `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}

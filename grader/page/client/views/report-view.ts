/// <reference lib="dom" />

import type { TaskResult } from '../../../report/result.ts';
import type { TaskReport } from '../../engine/task-report.ts';
import type { createMarkdown } from '../../markdown.ts';
import type { Said } from '../../page-data.ts';
import type { PageWords } from '../../words.ts';
import { fill, h, ours } from '../dom.ts';

/** Shape and color: neither alone tells one state from another. */
export const icons: Readonly<Record<TaskResult['status'], string>> = {
  passed: '✓',
  failed: '✗',
  'not-started': '·',
  missing: '?',
  invalid: '⊘',
  threw: '!',
  timeout: '∞',
  crashed: '†',
  blocked: '…',
  'not-run': '–',
};

type Markdown = ReturnType<typeof createMarkdown>;

/** What came of a task, in full. Text of a student's goes in as text. */
export function reportView(
  task: TaskResult,
  report: TaskReport,
  { report: said, status, walk, measured }: Said,
  words: PageWords,
  markdown: Markdown,
): readonly Node[] {
  const { counterexample, diagnosis, located } = report;
  const isPassed = task.status === 'passed';
  return [
    h(
      'h2',
      { class: `state ${task.status}` },
      h('span', { 'aria-hidden': 'true' }, icons[task.status]),
      ` ${task.id}: ${status[task.status]}`,
    ),
    ...(isPassed ? [h('p', {}, words.passed)] : []),
    ...(isPassed && task.replaced
      ? [ours('p', markdown.inline(fill(said.replaced, { tasks: codes(task.replaced) })))]
      : []),
    ...(!isPassed && task.message
      ? // What does not hold is told as a law, and reads as if it did.
        [h('p', {}, ...(task.status === 'failed' ? [h('strong', {}, words.violated), ' '] : []), task.message)]
      : []),
    ...(task.source
      ? [h('p', {}, fill(said.position, { position: task.position ?? '' })), h('pre', { class: 'source' }, task.source)]
      : []),
    ...(counterexample ? [counterexampleView(counterexample, said)] : []),
    ...(report.isUnknown ? [h('p', { class: 'soft' }, said.notRecognized)] : []),
    ...(report.isAmbiguous ? [h('p', {}, said.diagnoses)] : []),
    ...diagnosis.map(({ heading, explanation }) =>
      h('blockquote', {}, h('p', {}, h('strong', {}, heading)), ours('div', markdown.block(explanation))),
    ),
    ...(located ? locatedNodes(located, walk, markdown) : []),
    ...(report.measured
      ? [
          table(
            measured.title,
            ['', walk.right, walk.yours],
            report.measured.map(({ name, right, yours }) => [name, mark('right', right), mark('yours', yours)]),
          ),
        ]
      : []),
    ...report.figures.map(({ svg, caption }) =>
      h('figure', {}, ours('div', withoutNames(svg)), ours('figcaption', markdown.inline(caption))),
    ),
  ];
}

const codes = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** Several pictures in one page: what one of them calls its title is not to be that of another. */
let pictures = 0;
function withoutNames(svg: string): string {
  pictures += 1;
  return svg.replace(/\b(id|aria-labelledby)="([^"]*)"/g, (_, key: string, ids: string) => {
    return `${key}="${ids.replace(/\S+/g, (id) => `${id}-${pictures}`)}"`;
  });
}

const mark = (of: 'right' | 'yours', text: string): Node => h('code', { class: of }, text);

function counterexampleView(
  { call, expected, received }: NonNullable<TaskReport['counterexample']>,
  said: Said['report'],
) {
  const parts = received.map(({ text, differs }) => (differs ? h('mark', {}, text) : text));
  return h(
    'dl',
    { class: 'counterexample' },
    h('dt', {}, said.call),
    h('dd', {}, h('pre', {}, call)),
    h('dt', {}, said.expected),
    h('dd', {}, mark('right', expected)),
    h('dt', {}, said.received),
    h('dd', {}, h('code', { class: 'yours' }, ...parts)),
  );
}

function locatedNodes(
  located: NonNullable<TaskReport['located']>,
  walk: Said['walk'],
  markdown: Markdown,
): readonly Node[] {
  const rows = located.steps.map(({ name, calculation, right, yours, mark: sign }) => [
    h('code', {}, name),
    h('code', {}, calculation),
    mark('right', right),
    h('code', { class: sign === '' ? '' : 'yours' }, `${sign === '' ? '' : '✗ '}${yours}`),
  ]);
  return [
    ours('p', markdown.inline(`**${walk.title}.** ${located.sentences}`)),
    h('p', {}, walk.example),
    h('pre', {}, located.call),
    table(walk.title, [walk.number, walk.calculation, walk.right, walk.yours], rows),
  ];
}

const table = (caption: string, heads: readonly string[], rows: readonly (readonly (Node | string)[])[]): Node =>
  h(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': caption },
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, ...heads.map((head) => (head === '' ? h('td') : h('th', { scope: 'col' }, head))))),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map((cell) => h('td', {}, cell))))),
    ),
  );

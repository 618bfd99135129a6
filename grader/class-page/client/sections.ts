import type { CommonMistake, PageStudent } from '../page-data.ts';
import { byId, h, type Loaded } from './dom.ts';

const average = (values: readonly number[]): string =>
  values.length === 0 ? '–' : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);

function median(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return '–';
  const value = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return String(value);
}

/** How many stand where. */
export function showCounts({ students, words }: Loaded): void {
  const count = (isSo: (one: PageStudent) => boolean): number => students.filter(isSo).length;
  const points = students.flatMap((one) => one.points ?? []);
  const counts: readonly [string | undefined, string | number][] = [
    [words['students'], students.length],
    [words['graded'], count(({ status }) => status === 'graded')],
    [words['notHandedIn'], count(({ status }) => status === 'not-handed-in')],
    [words['notGraded'], count(({ status }) => status === 'not-graded')],
    [words['late'], count(({ late }) => late > 0)],
    [words['needsALook'], count(({ looks }) => looks.length > 0)],
    [words['mean'], average(points)],
    [words['median'], median(points)],
  ];
  byId('counts').append(...counts.map(([name = '', value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}

/** A counterexample: what was called, what was expected, what came. In words, and in the colors of right and theirs. */
export const exampleOf = (example: CommonMistake['example'], words: Loaded['words']): HTMLElement | null =>
  example &&
  h(
    'span',
    { class: 'example' },
    h('code', {}, example.call),
    ` ${words['expected']} `,
    h('code', { class: 'right' }, example.expected),
    `, ${words['received']} `,
    h('code', { class: 'theirs' }, example.received),
  );

/** The tasks by success, each with the mistakes that were made there. */
export function showTasks({ assignments, words }: Loaded): void {
  for (const { title, tasks } of assignments) {
    byId('tasks').append(
      ...(assignments.length > 1 ? [h('h3', {}, title)] : []),
      ...tasks.map(({ id, passed, graded, mistakes }) => {
        const share = graded === 0 ? 0 : passed / graded;
        const bar = h('span');
        bar.style.width = `${100 * share}%`;
        const row = [
          h('code', {}, id),
          h('span', { class: 'bar-box', 'aria-hidden': 'true' }, bar),
          h('span', { class: 'number' }, `${passed}/${graded}`),
        ];
        if (mistakes.length === 0) return h('div', { class: 'task' }, h('div', {}, ...row));
        const list = mistakes.map((mistake) =>
          h('li', {}, `${mistake.students}: ${mistake.title}`, exampleOf(mistake.example, words)),
        );
        return h(
          'details',
          { class: 'task' },
          h('summary', {}, ...row),
          h('p', {}, words['mistakes'] ?? ''),
          h('ul', {}, ...list),
        );
      }),
    );
  }
}

/** Who needs a look, by reason; a name leads to the row. */
export function showLooks({ students, words }: Loaded, goTo: (student: string) => void): void {
  const reasons = new Map<string, { readonly todo: string; readonly who: { id: string; reason: string }[] }>();
  for (const { id, looks } of students) {
    for (const { kind, reason, todo } of looks) {
      const known = reasons.get(kind) ?? { todo, who: [] };
      reasons.set(kind, known);
      known.who.push({ id, reason });
    }
  }
  const box = byId('looks');
  if (reasons.size === 0) box.append(h('p', {}, words['nobody'] ?? ''));
  for (const { todo, who } of reasons.values()) {
    const general = who[0]!.reason.split(':')[0]!;
    box.append(
      h(
        'details',
        {},
        h('summary', {}, `${general} (${who.length})`),
        h('p', { class: 'todo' }, todo),
        h(
          'ul',
          {},
          ...who.map(({ id, reason }) =>
            h('li', {}, h('button', { type: 'button', class: 'link who', click: () => goTo(id) }, id), ` — ${reason}`),
          ),
        ),
      ),
    );
  }
}

import type { PageStudent } from '../page-data.ts';
import type { Range } from './distribution.ts';
import { byId, fill, h, type Loaded } from './dom.ts';
import { exampleOf } from './sections.ts';

type Column = 'id' | 'name' | 'points' | 'state' | 'late' | 'look';

const sortedBy: Readonly<Record<Column, (one: PageStudent) => string | number>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  points: ({ points }) => points ?? -1,
  state: ({ status }) => status,
  late: ({ late }) => late,
  look: ({ looks }) => looks.length,
};
const numbers: ReadonlySet<Column> = new Set(['points', 'late', 'look']);

/**
 * The table of students: sorted by any column, filtered, with the report of a row below it.
 *
 * Long, for sorting, filters and keys act on the same rows and the same selection.
 */
export function createTable(data: Loaded) {
  const { words, students, assignments } = data;
  const text = byId<HTMLInputElement>('text');
  const state = byId<HTMLSelectElement>('state');
  const task = byId<HTMLSelectElement>('task');
  const body = byId('rows');
  const rows = new Map(students.map((one) => [one.id, rowOf(one, data)]));
  let range: Range = { from: 0, to: data.maxPoints };
  let sorted: { column: Column; isDown: boolean } | undefined;
  let shown: readonly PageStudent[] = students;
  let current: string | undefined;

  const option = (value: string, label: string): HTMLElement => h('option', { value }, label);
  state.append(
    option('', words['all'] ?? ''),
    ...Object.entries(data.status).map(([value, label]) => option(value, label)),
    option('late', words['late'] ?? ''),
    option('look', words['needsALook'] ?? ''),
  );
  const tasks = assignments.flatMap(({ slug, tasks: own }) =>
    own.map(({ id }, at) => ({ value: `${slug}/${at}`, label: assignments.length > 1 ? `${slug}/${id}` : id })),
  );
  task.append(option('', words['all'] ?? ''), ...tasks.map(({ value, label }) => option(value, label)));

  const hasFailed = (one: PageStudent, wanted: string): boolean => {
    const [slug, at] = wanted.split('/');
    const found = one.grades.find(({ assignment }) => assignment === slug)?.tasks[Number(at)];
    return found === undefined || found.points < found.maxPoints;
  };
  const isShown = (one: PageStudent): boolean => {
    const wanted = text.value.trim().toLowerCase();
    const isWhole = range.from <= 0 && range.to >= data.maxPoints;
    return (
      (wanted === '' || `${one.id} ${one.name}`.toLowerCase().includes(wanted)) &&
      (state.value === '' ||
        (state.value === 'late'
          ? one.late > 0
          : state.value === 'look'
            ? one.looks.length > 0
            : one.status === state.value)) &&
      (task.value === '' || hasFailed(one, task.value)) &&
      (isWhole || (one.points !== null && one.points >= range.from && one.points <= range.to))
    );
  };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a: PageStudent, b: PageStudent): number => {
    if (sorted === undefined) return 0;
    const [left, right] = [sortedBy[sorted.column](a), sortedBy[sorted.column](b)];
    const order = typeof left === 'number' ? left - Number(right) : collator.compare(left, String(right));
    return sorted.isDown ? -order : order;
  };
  const update = (): void => {
    shown = students.filter(isShown).toSorted(compare);
    close();
    body.replaceChildren(...shown.map(({ id }) => rows.get(id)!));
    byId('shown').textContent = fill(words['shown'] ?? '', { shown: shown.length, all: students.length });
  };
  const close = (): void => body.querySelector('.detail')?.remove();
  const select = (id: string): void => {
    if (current !== undefined) rows.get(current)?.setAttribute('aria-selected', 'false');
    current = id;
    const row = rows.get(id)!;
    row.setAttribute('aria-selected', 'true');
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (id: string): void => {
    const row = rows.get(id)!;
    const wasOpen = row.nextElementSibling?.classList.contains('detail') === true;
    close();
    for (const other of rows.values()) other.setAttribute('aria-expanded', 'false');
    select(id);
    if (wasOpen) return;
    row.setAttribute('aria-expanded', 'true');
    row.after(detailOf(students.find((one) => one.id === id)!, data));
  };

  const columns: readonly [Column, string | undefined][] = [
    ['id', words['student']],
    ['name', words['name']],
    ['points', words['points']],
    ['state', words['state']],
    ['late', words['late']],
    ['look', words['look']],
  ];
  for (const [column, label = ''] of columns) {
    const head = h('th', {
      scope: 'col',
      class: `${numbers.has(column) ? 'number' : ''}${column === 'look' ? ' optional' : ''}`,
    });
    const sort = (): void => {
      sorted = { column, isDown: sorted?.column === column ? !sorted.isDown : numbers.has(column) };
      for (const other of byId('head').children) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', sorted.isDown ? 'descending' : 'ascending');
      update();
    };
    head.append(h('button', { type: 'button', click: sort }, label));
    byId('head').append(head);
  }
  for (const [id, row] of rows) row.addEventListener('click', () => toggle(id));
  for (const field of [text, state, task]) field.addEventListener('input', update);
  byId('filters').addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    const isElsewhere = target instanceof Element && target.closest('input, select, button, summary, a') !== null;
    if (isElsewhere || ctrlKey || metaKey || altKey || shown.length === 0) return;
    const at = shown.findIndex(({ id }) => id === current);
    if (key === 'j' || key === 'k') {
      const next = at === -1 ? 0 : Math.min(shown.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)));
      select(shown[next]!.id);
    } else if (key === 'Enter' && at !== -1) {
      event.preventDefault();
      toggle(shown[at]!.id);
    }
  });
  update();
  return {
    setRange(next: Range): void {
      range = next;
      update();
    },
    /** Shows one student, whatever is filtered. */
    goTo(id: string): void {
      text.value = '';
      state.value = '';
      task.value = '';
      byId('whole').click();
      update();
      toggle(id);
    },
  };
}

function rowOf(one: PageStudent, { status }: Loaded): HTMLElement {
  const cells = [
    h('td', { class: 'who' }, one.id),
    h('td', { class: 'who' }, one.name),
    h('td', { class: 'number' }, one.points === null ? '–' : `${one.points}/${one.maxPoints}`),
    h('td', { class: one.status === 'not-graded' ? 'bad' : '' }, status[one.status] ?? ''),
    h('td', { class: 'number' }, one.late === 0 ? '' : one.late),
    h('td', { class: 'number optional' }, one.looks.length === 0 ? '' : one.looks.length),
  ];
  return h('tr', { class: 'student', tabindex: 0, 'aria-selected': 'false', 'aria-expanded': 'false' }, ...cells);
}

/** What a student got, task by task, and why. */
function detailOf({ looks, grades }: PageStudent, { words, assignments }: Loaded): HTMLElement {
  const parts = grades.flatMap(({ assignment, note, tasks, report }) => [
    ...(assignments.length > 1 ? [h('h3', {}, assignment)] : []),
    ...note.map((line) => h('p', {}, line)),
    h(
      'div',
      { class: 'tasks' },
      ...tasks.map(({ id, status, points, maxPoints, message, example, mistakes }) =>
        h(
          'div',
          {},
          h('strong', {}, h('code', {}, id), ` ${points}/${maxPoints} · ${status}`),
          message === '' ? null : h('div', {}, message),
          exampleOf(example, words),
          mistakes.length === 0 ? null : h('ul', {}, ...mistakes.map((title) => h('li', {}, title))),
        ),
      ),
    ),
    report === null ? null : h('p', {}, h('a', { href: report }, words['report'] ?? '')),
  ]);
  const reasons = looks.map(({ reason, todo }) => h('p', { class: 'bad' }, `${reason}. ${todo}`));
  return h('tr', { class: 'detail' }, h('td', { colspan: 6 }, ...reasons, ...parts));
}

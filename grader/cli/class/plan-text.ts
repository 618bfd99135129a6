import { fill } from '../../catalogue/catalogue.ts';
import type { ClassMessages } from '../../class/catalogue.ts';
import type { ClassOptions, Entry } from '../../class/handed-in/entry.ts';
import { momentText } from '../../class/moment.ts';

const mostNamed = 5;

/** The first of many. */
export const listed = (names: readonly string[]): string =>
  [...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])].join(', ');

/** What is going to be done, before it is. */
export function planText(
  { assignments, seed, sandbox, late }: ClassOptions,
  everybody: number | null,
  entries: readonly Entry[],
  { class: words }: ClassMessages,
): string {
  const students = new Set(entries.map(({ student }) => student));
  const studentsWith = (isSo: (entry: Entry) => boolean): readonly string[] => [
    ...new Set(entries.filter(isSo).map(({ student }) => student)),
  ];
  const extended = studentsWith(({ due }) => due !== everybody);
  const varied = studentsWith(({ variant }) => variant !== null);
  const plain = varied.length === 0 ? [] : [...students].filter((student) => !varied.includes(student));
  const lines = [
    fill(words.plan, {
      students: students.size,
      assignments: assignments.join(', '),
      due: everybody === null ? words.noDue : momentText(everybody),
      late:
        late === null ? words.noLate : fill(words.lateRule, { percent: late.percent, unit: words.units[late.unit] }),
      seed,
      sandbox,
    }),
    ...(extended.length > 0 ? [`  ${fill(words.withExtension, { count: extended.length })}`] : []),
    ...(varied.length > 0 ? [`  ${fill(words.withVariant, { count: varied.length })}`] : []),
    ...(plain.length > 0 ? [`  ${fill(words.withoutVariant, { count: plain.length, students: listed(plain) })}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

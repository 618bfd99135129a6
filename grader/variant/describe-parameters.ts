import type { Messages } from '../catalogue/catalogue.ts';
import type { Language } from '../load/assignment/manifest.ts';
import type { Parameter } from './parameters.ts';

/** What may vary, as a table for the terminal. */
export function describeParameters(
  parameters: readonly Parameter[],
  language: Language,
  { variant }: Messages,
): string {
  const head = [variant.parameter, variant.values, variant.default, variant.meaning];
  const rows = parameters.map(({ key, words, range, default: usual }) => {
    const { title, description } = words[language];
    return [
      key,
      rangeText(range, variant),
      String(usual),
      `${title}${/^\p{Lu}/u.test(description) ? '.' : ' —'} ${description}`,
    ];
  });
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  return [head, ...rows]
    .map((row) => `${row.map((text, column) => text.padEnd(column === 3 ? 0 : widths[column]!)).join('  ')}\n`)
    .join('');
}

function rangeText(range: Parameter['range'], { formula }: Messages['variant']): string {
  if ('values' in range) return range.values.join(' | ');
  if ('names' in range) return [...range.names, formula].join(' | ');
  return `${range.minimum}, ${range.minimum + range.step} … ${range.maximum}`;
}

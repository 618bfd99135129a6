import { evaluate } from './evaluate.ts';
import { workedExamples } from './examples.ts';
import { onOneLine, valueText } from './value-text.ts';

type Scope = Readonly<Record<string, unknown>>;

/** `⟦expression⟧` in a sentence: its value. */
const inline = /⟦([^⟧]*)⟧/g;
/** Code that a text is computed with and does not show. */
const hidden = /^<!-- ts\n([\s\S]*?)^-->\n\n?/gm;

/**
 * A text with its numbers computed by the functions of an assignment: each `// →` of a block of code gets the value of the
 * expression above it, each `⟦expression⟧` becomes its value. What a hidden block declares holds for `⟦expression⟧` up to
 * the next heading of the second level; blocks of code stand alone, as readers see them.
 */
export const fillWorked = (text: string, scope: Scope): string =>
  text
    .split(/^(?=## )/m)
    .map((section) => fillSection(section, scope))
    .join('');

function fillSection(section: string, scope: Scope): string {
  const unseen = [...section.matchAll(hidden)].map(([, code]) => code).join('');
  const shown = section
    .replace(hidden, '')
    .replace(inline, (_, expression: string, index: number, all: string) =>
      written(evaluate(unseen, expression, scope), placeOf(all, index)),
    );
  return workedExamples(shown).reduceRight((text, { before, expression, written: known, start, end }) => {
    if (known !== '') return text;
    const value = valueText(evaluate(before, expression, scope)).replaceAll('\n', '\n//   ');
    return `${text.slice(0, start)}// → ${value}\n${text.slice(end)}`;
  }, shown);
}

type Place = 'sentence' | 'formula' | 'code';

/** Between two dollars of its line, between two backticks, in a block of code, or in a sentence. */
function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isWithin = (mark: string, where: string): boolean => where.split(mark).length % 2 === 0;
  if (isWithin('`', line) || isWithin('```', before)) return 'code';
  return isWithin('$', line) ? 'formula' : 'sentence';
}

/** In a sentence a minus is one; in LaTeX a hyphen is, and a power of ten is written as such. */
function written(value: unknown, place: Place): string {
  if (typeof value === 'string') return value;
  const text = onOneLine(value);
  if (place === 'code') return text;
  const plain = text.replace(/^\[(.*)\]$/, '($1)');
  return place === 'formula'
    ? plain.replace(/e([+-]\d+)/g, (_, exponent: string) => ` \\cdot 10^{${Number(exponent)}}`)
    : plain.replaceAll('-', '−');
}

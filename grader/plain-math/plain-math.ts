import { accents, subscripts, superscripts, symbols } from './symbols.ts';

/** Each character raised or lowered, where all of them can be; else the text behind its mark. */
function shifted(text: string, table: Readonly<Record<string, string>>, mark: string): string {
  const characters = [...text.replaceAll(' ', '')].map((character) => table[character]);
  if (characters.every((character) => character !== undefined)) return characters.join('');
  return text.length === 1 ? `${mark}${text}` : `${mark}(${text})`;
}

/** An operand of a fraction keeps its place without brackets where nothing in it could be torn apart. */
function operand(text: string): string {
  // Templates keep closing braces apart, for two of them would end what is filled in.
  const trimmed = text.trim();
  return /^[^\s+\-−·/]+$/.test(trimmed) ? trimmed : `(${trimmed})`;
}

/** Braces from the innermost outwards: `group` has none in it. */
const group = '\\{([^{}]*)\\}';
const rules: readonly (readonly [pattern: RegExp, replacement: (...parts: string[]) => string])[] = [
  [
    new RegExp(`\\\\(?:text|operatorname|math(?:rm|bf|bb|cal|it|sf)|boldsymbol|bm)\\*?${group}`, 'g'),
    (_, text = '') => text,
  ],
  [
    new RegExp(`\\\\(${Object.keys(accents).join('|')})(?:${group}| *(\\p{L}))`, 'gu'),
    (_, accent = '', text = '', letter = text) =>
      letter.length === 1 ? `${letter}${accents[accent]}` : `${accent}(${letter})`,
  ],
  [
    new RegExp(`(ln|log|exp) \\\\frac${group}${group}`, 'g'),
    (_, name = '', top = '', bottom = '') => `${name}(${operand(top)}/${operand(bottom)})`,
  ],
  [
    new RegExp(`\\\\(?:d|t)?frac${group}${group}`, 'g'),
    (_, top = '', bottom = '') => `${operand(top)}/${operand(bottom)}`,
  ],
  [/\\(?:d|t)?frac(\d)(\d)/g, (_, top = '', bottom = '') => `${top}/${bottom}`],
  [new RegExp(`\\\\sqrt${group}`, 'g'), (_, text = '') => `√${operand(text)}`],
  [new RegExp(`\\^${group}`, 'g'), (_, text = '') => shifted(text, superscripts, '^')],
  // Braces that belong to no command only hold together: {z}^{2}.
  [new RegExp(`(?<!\\\\[A-Za-z]+ *|[}^_] *)${group}`, 'g'), (_, text = '') => text],
  [new RegExp(`_${group}`, 'g'), (_, text = '') => shifted(text, subscripts, '_')],
];

/** The commands of a formula that stay as they are, because nothing in Unicode is what they are. */
export const unshownIn = (latex: string): readonly string[] => withSymbols(latex).match(/\\[A-Za-z]+/g) ?? [];

/** One formula, in Unicode, as a terminal can show it: fractions on a line, brackets where they are needed. */
export const plainFormula = (latex: string): string =>
  withSymbols(latex)
    .replace(/\^([^\s^_])/g, (_, character: string) => shifted(character, superscripts, '^'))
    .replace(/_([^\s^_])/g, (_, character: string) => shifted(character, subscripts, '_'))
    .replace(/[{}]/g, '')
    .replaceAll('⦃', '{')
    .replaceAll('⦄', '}')
    .replace(/([∂∇]) (?=\p{L})/gu, '$1')
    .replace(/‖ ([^‖]*?) ‖/g, '‖$1‖')
    .replaceAll("'", '′')
    .replaceAll('-', '−')
    .replace(/[ \t]+/g, ' ')
    .trim();

function withSymbols(latex: string): string {
  let text = latex
    .replace(/\\begin\{cases\}|\\end\{cases\}|\\begin\{pmatrix\}|\\end\{pmatrix\}/g, ' ')
    .replace(/\\\\/g, '; ')
    .replace(/[&~]/g, ' ')
    .replace(/\\[,;! ]/g, ' ')
    .replace(/\\([{}#%])/g, (_, escaped: string) => (escaped === '{' ? '⦃' : escaped === '}' ? '⦄' : escaped))
    .replace(/\\([A-Za-z]+)/g, (whole, name: string) => symbols[name] ?? whole);
  for (let before = ''; before !== text; ) {
    before = text;
    for (const [pattern, replacement] of rules) text = text.replace(pattern, replacement);
  }
  return text;
}

/** The formulas of a text, in LaTeX; what looks like one in code is none. */
export const formulasIn = (markdown: string): readonly string[] =>
  [...markdown.replace(/^```\w*\n[\s\S]*?^```$/gm, '').matchAll(/\$\$([\s\S]*?)\$\$|\$([^$\n]+)\$/g)].map(
    ([, displayed, within]) => displayed ?? within ?? '',
  );

/** A sentence with its formulas in Unicode, for titles: they stand where nothing is rendered, too. */
export const plainSentence = (text: string): string =>
  text.replace(/\$([^$\n]+)\$/g, (_, formula: string) => plainFormula(formula));

/** Markdown as a terminal shows it: formulas in Unicode, and they and blocks of code indented on lines of their own. */
export const plainMarkdown = (markdown: string): string =>
  markdown
    .split(/^```\w*\n([\s\S]*?)^```$/gm)
    .map((part, index) => (index % 2 === 1 ? part.trimEnd().replace(/^(?=.)/gm, '    ') : plainText(part)))
    .join('');

const plainText = (markdown: string): string =>
  plainSentence(markdown.replace(/\$\$([\s\S]*?)\$\$/g, (_, formula: string) => `    ${plainFormula(formula)}`))
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1');

/** A sum, product or root of numbers, and the number that is written behind its equals sign. */
export interface Equality {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Half of the right side's last digit, and what six digits on the left leave open; behind ≈ five of its last digits. */
  readonly tolerance: number;
}

const operand = '(?:√?\\(*[-−]?\\d+(?:\\.\\d+)?\\)*[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]*\\)*)';
/** At least one operation: a plain number on both sides says nothing. */
const pattern = new RegExp(
  `(?<![\\w.)\\]√])(?<![·/^+−-] ?)(?<![\\d½)] (?=\\())(${operand}(?: ?[-+−·/] ?${operand})+|√${operand}) (=|≈) ([-−]?\\d+(?:\\.\\d+)?)(?![\\d.]*[\\w(%]| %|\\.\\d| ?[·/^⁰¹²³⁴⁵⁶⁷⁸⁹⁻+−-])`,
  'g',
);

/** The equalities between numbers in a text whose formulas are plain. What is not read is left out. */
export const equalitiesIn = (text: string): readonly Equality[] =>
  [...text.matchAll(pattern)].flatMap(([whole, expression = '', sign, result = '']) => {
    const left = numberOf(expression);
    if (left === undefined) return [];
    const last = 10 ** -(result.split('.')[1]?.length ?? 0);
    const tolerance = (sign === '≈' ? 5 : 0.5) * last + rounding * Math.abs(left);
    return [{ text: whole, left, right: Number(result.replace('−', '-')), tolerance }];
  });

/** Of numbers that are written with six digits. */
const rounding = 2e-6;

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function numberOf(expression: string): number | undefined {
  const code = expression
    .replaceAll('−', '-')
    .replaceAll('·', '*')
    .replace(
      /[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
      (digits) => `**(${digits.replace('⁻', '-').replace(/[^-]/g, (one) => String(superscripts.indexOf(one)))})`,
    )
    .replace(/√(\d+(?:\.\d+)?)/g, 'Math.sqrt($1)')
    .replaceAll('√(', 'Math.sqrt(');
  if (!/^(?:[-+*/().\s\d]|Math\.sqrt)+$/.test(code)) return undefined;
  try {
    return Number(new Function(`return (${code});`)());
  } catch {
    return undefined;
  }
}

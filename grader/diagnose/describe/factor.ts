import { type Data, isList, type Task } from '../../kit.ts';
import { areVaried, type Described, described, isNear, leastRows, type Pair, termsOf } from './numbers.ts';

/** The answers are the right ones times a number, or times something that the arguments tell. */
export function factorOf(pairs: readonly Pair[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const ratios: { readonly pair: Pair; readonly ratio: number }[] = [];
  for (const pair of pairs) {
    const ratio = ratioOf(pair);
    if (ratio === undefined) return undefined;
    if (ratio !== 'any') ratios.push({ pair, ratio });
  }
  const [first] = ratios;
  if (first === undefined || ratios.length < leastRows) return undefined;
  if (ratios.every(({ ratio }) => isNear(ratio, first.ratio))) {
    if (!areVaried(ratios.flatMap(({ pair }) => pair.right)) || isNear(first.ratio, 1) || first.ratio === 0)
      return undefined;
    return isNear(first.ratio, -1) ? described('sign') : described('factor', { factor: numberText(first.ratio) });
  }
  for (const [text, of] of Object.entries(quantities(parameters))) {
    const values = ratios.map(({ pair }) => of(pair.row.args));
    if (values.some((value) => value === undefined || !(value > 0)) || !areVaried(values as number[])) continue;
    for (const [power, write] of powers) {
      const scaled = ratios.map(({ ratio }, i) => ratio / values[i]! ** power);
      if (!scaled.every((k) => isNear(k, scaled[0]!))) continue;
      return described('factor', { factor: withNumber(scaled[0]!, write(text)) });
    }
  }
  return undefined;
}

const smallest = 1e-290;

/** The one ratio of all numbers of an answer; `any` where all are 0. */
function ratioOf({ row, right, yours }: Pair): number | 'any' | undefined {
  const at = right.reduce((best, x, i) => (Math.abs(x) > Math.abs(right[best] ?? 0) ? i : best), 0);
  const largest = right[at] ?? 0;
  if (largest === 0) return yours.every((y) => y === 0) ? 'any' : undefined;
  // The smallest numbers of all have hardly any digits.
  if (Math.abs(largest) < smallest) return yours.every((y) => Math.abs(y) < smallest) ? 'any' : undefined;
  const ratio = yours[at]! / largest;
  const scale = termsOf(row, yours);
  if (!Number.isFinite(ratio)) return undefined;
  return right.every((x, i) => isNear(x * ratio, yours[i]!, scale)) ? ratio : undefined;
}

const powers: readonly (readonly [number, (text: string) => string])[] = [
  [1, (text) => text],
  [-1, (text) => `1 / ${text}`],
  [0.5, (text) => `√(${text})`],
  [-0.5, (text) => `1 / √(${text})`],
  [2, (text) => `${text}²`],
  [-2, (text) => `1 / ${text}²`],
];

/** What may be a factor: how long a list is, and a number that is an argument. */
function quantities(
  parameters: readonly string[],
): Readonly<Record<string, (args: readonly Data[]) => number | undefined>> {
  const own = parameters.flatMap((name, k) => [
    [`${name}.length`, (args: readonly Data[]) => lengthOf(args[k])] as const,
    [`${name}[0].length`, (args: readonly Data[]) => firstLength(args[k])] as const,
    [name, (args: readonly Data[]) => numberOf(args[k])] as const,
  ]);
  return Object.fromEntries(own);
}

const lengthOf = (arg: Data): number | undefined => (isList(arg) ? arg.length : undefined);
const firstLength = (arg: Data): number | undefined => (isList(arg) ? lengthOf(arg[0]) : undefined);
const numberOf = (arg: Data): number | undefined => (typeof arg === 'number' ? arg : undefined);

const withNumber = (k: number, text: string): string => {
  if (isNear(k, 1)) return text;
  return isNear(k, -1) ? `−${text}` : `${numberText(k)} · ${text}`;
};

/** A number, as a fraction or a root where it is one of small numbers. */
export function numberText(value: number): string {
  for (let q = 1; q <= 12; q++) {
    const p = Math.round(value * q);
    if (p !== 0 && Math.abs(p) <= 24 && isNear(p / q, value)) return q === 1 ? String(p) : `${p}/${q}`;
  }
  for (const n of [2, 3, 5, 6]) {
    if (isNear(Math.sqrt(n), value)) return `√${n}`;
    if (isNear(1 / Math.sqrt(n), value)) return `1/√${n}`;
  }
  return String(Number(value.toPrecision(4)));
}

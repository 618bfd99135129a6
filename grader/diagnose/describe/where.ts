import type { Task } from '../../kit.ts';
import type { Row } from '../names/evidence.ts';
import { conditionsOf, leastEach, type Size, sizesOf } from './conditions.ts';
import { type Described, described, pairsOf, scaleOf } from './numbers.ts';

/** Where answers are wrong and where right, if something about one argument tells them apart everywhere that was asked. */
export function whereWrong(rows: readonly Row[], { parameters }: Pick<Task, 'parameters'>): Described | undefined {
  const [wrong, right] = [rows.filter(({ isWrong }) => isWrong), rows.filter(({ isWrong }) => !isWrong)];
  if (wrong.length < leastEach || right.length < leastEach) return undefined;
  for (const { id, of, holds, value = '' } of conditionsOf(rows, parameters)) {
    if (wrong.every(({ args }) => holds(args)) && right.every(({ args }) => !holds(args))) {
      return described(`where-${id}`, { of, value });
    }
  }
  for (const { id, of, value } of sizesOf(rows, parameters)) {
    const border = borderOf(wrong, right, value);
    if (border) return described(`where-${id}-${border.side}`, { of, from: text(border.from), to: text(border.to) });
  }
  return undefined;
}

/** Wrong by more than this is not for want of digits. */
const farError = 1e-3;

/** Where answers are far from the right ones, if everywhere else they are right but for their last digits. */
export function whereFar(rows: readonly Row[], task: Pick<Task, 'parameters'>): Described | undefined {
  const pairs = pairsOf(rows);
  const marked = pairs?.map(({ row, right, yours }) => ({ ...row, isWrong: isFar(right, yours) }));
  const found = marked && whereWrong(marked, task);
  return found && described(`far-${found.id}`, found.values);
}

const isFar = (right: readonly number[], yours: readonly number[]): boolean =>
  right.some((x, i) => !(Math.abs(x - yours[i]!) <= farError * Math.max(Math.abs(x), 1e-9 * scaleOf(right))));

/** A border, short enough to be read. */
export const text = (value: number): string => String(Number(value.toPrecision(4)));

function borderOf(
  wrong: readonly Row[],
  right: readonly Row[],
  value: Size['value'],
): { readonly side: 'large' | 'small'; readonly from: number; readonly to: number } | undefined {
  const [bad, good] = [wrong, right].map((rows) => rows.map(({ args }) => value(args)));
  if ([...bad!, ...good!].some((x) => x === undefined || !Number.isFinite(x))) return undefined;
  const [least, most] = [Math.min(...(bad as number[])), Math.max(...(bad as number[]))];
  const [leastGood, mostGood] = [Math.min(...(good as number[])), Math.max(...(good as number[]))];
  if (least > mostGood) return { side: 'large', from: least, to: mostGood };
  return most < leastGood ? { side: 'small', from: most, to: leastGood } : undefined;
}

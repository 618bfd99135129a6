import type { Data, Task } from '../../kit.ts';
import { localAnswer } from '../local-answer.ts';
import { leavesOf } from '../names/leaves.ts';
import { areVaried, type Described, described, isNear, leastRows, type Pair, scaleOf } from './numbers.ts';

/** Farther from the right answer than this is no matter of digits. */
const mostError = 2e-3;

/** The answers are right but for a rounding or a small number that is added, everywhere and by one rule. */
export function precisionOf(pairs: readonly Pair[], task: Task): Described | undefined {
  const wrong = pairs.filter(({ row }) => row.isWrong);
  if (wrong.length < leastRows) return undefined;
  if (pairs.every(isSingle)) {
    return described(pairs.some(hasInfinity) ? 'single-precision-overflows' : 'single-precision');
  }
  return roundedTo(pairs) ?? (errorIn(pairs) <= mostError ? epsilonIn(pairs, task) : undefined);
}

/** The answers are right to so many digits; nothing else was found in what they are wrong. */
export function digitsOf(pairs: readonly Pair[]): Described | undefined {
  if (pairs.filter(({ row }) => row.isWrong).length < leastRows) return undefined;
  const error = errorIn(pairs);
  return error <= mostError
    ? described('digits', { digits: String(Math.floor(-Math.log10(error))) })
    : closenessOf(pairs);
}

const errorIn = (pairs: readonly Pair[]): number => Math.max(...pairs.map(errorOf));

/** The numbers that single precision has end sooner than those of double precision, at either end. */
const [singleShare, leastSingle, mostSingle] = [1e-5, 1e-36, 3.4e38];

const hasInfinity = ({ yours }: Pair): boolean => yours.some((y) => Math.abs(y) === Infinity);

const isSingle = ({ right, yours }: Pair): boolean => {
  const scale = scaleOf(right);
  return yours.every(
    (y, i) =>
      (Object.is(Math.fround(y), y) &&
        Math.abs(y - right[i]!) <= singleShare * Math.max(Math.abs(right[i]!), 1e-6 * scale) + leastSingle) ||
      (Math.abs(right[i]!) >= mostSingle && y === Math.sign(right[i]!) * Infinity),
  );
};

const mostDecimals = 10;

/** Every answer is the right one, rounded to so many decimals. */
function roundedTo(pairs: readonly Pair[]): Described | undefined {
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const isRounded = (y: number, x: number): boolean =>
      Number(y.toFixed(decimals)) === y && Math.abs(y - x) <= 0.5000001 * 10 ** -decimals;
    if (pairs.every(({ right, yours }) => right.every((x, i) => isRounded(yours[i]!, x)))) {
      return areVaried(pairs.flatMap(({ yours }) => yours))
        ? described('rounded', { decimals: String(decimals) })
        : undefined;
    }
  }
  return undefined;
}

/** Never far from the right answers, measured by what these usually are, though not to so many digits of the small ones. */
function closenessOf(pairs: readonly Pair[]): Described | undefined {
  const all = pairs.flatMap(({ right, yours }) => right.map((x, i) => ({ x, distance: Math.abs(x - yours[i]!) })));
  const usual = all.map(({ x }) => Math.abs(x)).toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const distance = Math.max(...all.map((one) => one.distance));
  const large = all.filter(({ x }) => Math.abs(x) >= usual);
  const isClose = large.length >= leastRows && large.every((one) => one.distance <= mostError * Math.abs(one.x));
  return isClose && distance <= mostError * usual
    ? described('close', { distance: String(Number(distance.toPrecision(1))) })
    : undefined;
}

/** The largest error of an answer's numbers: of each by itself where it is large enough for its answer. */
function errorOf({ right, yours }: Pair): number {
  const scale = scaleOf(right);
  return Math.max(
    0,
    ...right.map((x, i) => {
      const distance = Math.abs(yours[i]! - x);
      return distance === 0 ? 0 : distance / Math.max(Math.abs(x), 1e-6 * scale, Number.MIN_VALUE);
    }),
  );
}

const powersOfTen = Array.from({ length: 12 }, (_, i) => -4 - i);

/** An ε that is added to each number of an argument, or to each of the answer. */
function epsilonIn(pairs: readonly Pair[], task: Task): Described | undefined {
  const wrong = pairs.filter(({ row }) => row.isWrong);
  for (const exponent of powersOfTen) {
    const epsilon = 10 ** exponent;
    const values = { epsilon: `1e${exponent}` };
    if (wrong.every(({ right, yours }) => right.every((x, i) => isError(x, yours[i]!, x + epsilon)))) {
      return described('epsilon', values);
    }
    for (const [k, parameter] of task.parameters.entries()) {
      if (pairs.every((pair) => isWithEpsilon(pair, task, k, epsilon))) {
        return described('epsilon-in', { ...values, parameter });
      }
    }
  }
  return undefined;
}

/** Whether the error is that of `other`, to a hundredth: what is left of its digits after the right ones. */
const isError = (right: number, yours: number, other: number): boolean =>
  isNear(yours, other) && Math.abs(yours - other) <= 0.01 * Math.abs(other - right) + 1e-15 * Math.abs(right);

function isWithEpsilon({ row, right, yours }: Pair, { answer }: Task, k: number, epsilon: number): boolean {
  const outcome = localAnswer(
    answer,
    row.args.map((arg, i) => (i === k ? added(arg, epsilon) : arg)),
  );
  if (outcome.kind !== 'value') return false;
  const other = leavesOf(outcome.value).map(({ x }) => x);
  return other.length === yours.length && other.every((x, i) => isError(right[i]!, yours[i]!, x));
}

const added = (data: Data, epsilon: number): Data => {
  if (typeof data === 'number') return data + epsilon;
  return Array.isArray(data) ? data.map((entry: Data) => added(entry, epsilon)) : data;
};

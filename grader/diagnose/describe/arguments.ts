import { type Data, isList, type Task } from '../../kit.ts';
import { localAnswer } from '../local-answer.ts';
import { leavesOf } from '../names/leaves.ts';
import { type Described, described, isNear, leastRows, type Pair, scaleOf, termsOf } from './numbers.ts';

/** What may be done to each number of an argument by mistake. */
const changes: Readonly<Record<string, (x: number) => number>> = {
  'round(x)': Math.round,
  '|x|': Math.abs,
  '−x': (x) => -x,
  'x²': (x) => x * x,
  '√x': Math.sqrt,
  'x / 2': (x) => x / 2,
  '2x': (x) => 2 * x,
  ...Object.fromEntries([1, 2, 3, 4].map((n) => [`x.toFixed(${n})`, (x: number) => Number(x.toFixed(n))])),
};

const mapped = (data: Data, change: (x: number) => number): Data => {
  if (typeof data === 'number') return change(data);
  return isList(data) ? data.map((entry) => mapped(entry, change)) : data;
};

/** The right answer to other arguments: two exchanged, one taken for 0 or 1, or every number of one changed. */
export function otherArguments(pairs: readonly Pair[], { parameters, answer }: Task): Described | undefined {
  const explains = (change: (args: readonly Data[]) => readonly Data[]): boolean =>
    pairs.filter(({ row }) => row.isWrong).length >= leastRows &&
    pairs.every(({ row, yours }) => {
      const outcome = localAnswer(answer, change(row.args));
      if (outcome.kind !== 'value') return false;
      const other = leavesOf(outcome.value).map(({ x }) => x);
      return other.length === yours.length && other.every((x, i) => isNear(x, yours[i]!, termsOf(row, other)));
    });
  for (const [k, name] of parameters.entries()) {
    for (const [j, other] of parameters.slice(0, k).entries()) {
      const isExchanged = explains((args) => args.with(k, args[j]).with(j, args[k]));
      if (isExchanged) return described('exchanged', { first: other, second: name });
    }
    for (const [formula, change] of Object.entries(changes)) {
      const isChanged = explains((args) => args.with(k, mapped(args[k], change)));
      if (isChanged) return described('argument-changed-by', { parameter: name, formula });
    }
    if (!pairs.every(({ row }) => typeof row.args[k] === 'number')) continue;
    for (const value of [0, 1, -1]) {
      if (explains((args) => args.with(k, value))) return described('as-if', { parameter: name, value: String(value) });
    }
  }
  return undefined;
}

const withArgument: Readonly<Record<string, (right: number, arg: number) => number>> = {
  itself: (_, arg) => arg,
  minus: (right, arg) => right - arg,
  'minus-right': (right, arg) => arg - right,
  plus: (right, arg) => right + arg,
  times: (right, arg) => right * arg,
};

/** Number by number the right answer with an argument of the same shape added, subtracted or multiplied; or the argument. */
export function besideArgument(pairs: readonly Pair[], { parameters }: Task): Described | undefined {
  if (pairs.filter(({ row }) => row.isWrong).length < leastRows) return undefined;
  for (const [k, parameter] of parameters.entries()) {
    for (const [id, of] of Object.entries(withArgument)) {
      const isExplained = pairs.every(({ row, right, yours }) => {
        const arg = leavesOf(row.args[k]).map(({ x }) => x);
        const scale = scaleOf([...right, ...arg, 1]);
        return arg.length === right.length && right.every((x, i) => isNear(of(x, arg[i]!), yours[i]!, scale));
      });
      if (isExplained) return described(`argument-${id}`, { parameter });
    }
  }
  return undefined;
}

import type { Answerer } from '../../check/answerer.ts';
import { type Data, isList, type Task } from '../../kit.ts';
import { localAnswer } from '../local-answer.ts';
import type { Row } from '../names/evidence.ts';
import { leavesOf } from '../names/leaves.ts';
import { type Described, described, isNear, scaleOf } from './numbers.ts';

/** So many lists are asked about with two of their entries exchanged. */
const mostLists = 6;
const leastLists = 3;

interface Trial {
  readonly args: readonly Data[];
  readonly exchanged: {
    readonly first: readonly Data[];
    readonly middle: readonly Data[];
    readonly last: readonly Data[];
  };
}

/**
 * Where the order of a list makes no difference to the right answer, whether it does to the student's: asks with the first
 * two entries exchanged, two in the middle, and the last two. Who begins a `reduce` without a start, or ends a loop one too
 * early, counts one entry otherwise than the others.
 */
export async function entryThatCounts(
  task: Task,
  rows: readonly Row[],
  answer: Answerer,
): Promise<Described | undefined> {
  const trials = rows.flatMap((row) => trialOf(row, task)).slice(0, mostLists);
  if (trials.length < leastLists) return undefined;
  const calls = trials.flatMap(({ args, exchanged }) => [args, exchanged.first, exchanged.middle, exchanged.last]);
  const reply = await answer(calls, { fresh: true, echo: false });
  if (reply.kind !== 'answered') return undefined;
  const numbers = reply.outcomes.map((outcome) =>
    outcome.kind === 'value' ? leavesOf(outcome.value).map(({ x }) => x) : [],
  );
  const changes = trials.map((_, t) => {
    const [usual, ...others] = numbers.slice(4 * t, 4 * t + 4);
    return others.map((other) => !areNear(usual ?? [], other));
  });
  const all = (first: boolean, last: boolean): boolean =>
    changes.every(([atFirst, inMiddle, atLast]) => atFirst === first && inMiddle === false && atLast === last);
  if (all(true, false)) return described('first-entry');
  return all(false, true) ? described('last-entry') : undefined;
}

const areNear = (some: readonly number[], others: readonly number[]): boolean =>
  some.length === others.length && some.every((x, i) => isNear(x, others[i]!, scaleOf(some)));

/** All lists of an equal length have the same two entries exchanged. */
function exchange(args: readonly Data[], length: number, i: number, j: number): readonly Data[] {
  return args.map((arg) => (isList(arg) && arg.length === length ? arg.with(i, arg[j]).with(j, arg[i]) : arg));
}

function trialOf({ args, right, isWrong, received }: Row, { answer }: Task): readonly Trial[] {
  const lists = args.filter(isList).filter((list) => list.every((x) => typeof x === 'number'));
  const [list] = lists;
  if (!isWrong || received === undefined || list === undefined || list.length < 4) return [];
  if (new Set(list).size < list.length) return [];
  const { length } = list;
  const exchanged = {
    first: exchange(args, length, 0, 1),
    middle: exchange(args, length, 1, 2),
    last: exchange(args, length, length - 2, length - 1),
  };
  const expected = leavesOf(right).map(({ x }) => x);
  const isSymmetric = Object.values(exchanged).every((other) => {
    const outcome = localAnswer(answer, other);
    return (
      outcome.kind === 'value' &&
      areNear(
        expected,
        leavesOf(outcome.value).map(({ x }) => x),
      )
    );
  });
  return isSymmetric ? [{ args, exchanged }] : [];
}

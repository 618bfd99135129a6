import type { Answerer } from '../check/answerer.ts';
import type { Calculation, Data, Step, Task, Walk } from '../kit.ts';
import { localAnswer } from './local-answer.ts';
import { isSameShape, leavesOf } from './names/leaves.ts';

export interface LocatedStep {
  readonly name: string;
  readonly calculation: Calculation;
  readonly right: number;
  readonly yours: number;
  readonly differs: boolean;
}

/** Where a calculation first leaves the right one. */
export interface Located {
  readonly args: readonly Data[];
  readonly stage: string;
  /** What every number that differs there is the right one times: by a formula, by its value alone, or by nothing. */
  readonly factor?: { readonly formula?: string; readonly value: number };
  /** Whether every number after that stage is wrong too, none of them, or some; 'last' where nothing comes after it. */
  readonly after: 'all' | 'none' | 'some' | 'last';
  /** As far as that stage, and no further. */
  readonly steps: readonly LocatedStep[];
}

/** Rounding of a few operations, far below what any slip does to examples without round numbers. */
const tolerance = 1e-9;
const isNear = (right: number, yours: number): boolean =>
  Number.isFinite(yours) && Math.abs(right - yours) <= tolerance * Math.max(1, Math.abs(right), Math.abs(yours));

/**
 * Asks for the examples of the task's walk and takes the first on which the student's answer has a number that is not
 * right. Nothing where there is none, where the function does not answer, or where its answer has not the right shape.
 */
export async function locate(task: Task, walks: readonly Walk[], answer: Answerer): Promise<Located | undefined> {
  const walk = walks.find((one) => one.task === task.id);
  if (walk === undefined) return undefined;
  const reply = await answer(walk.examples, { fresh: true, echo: false });
  if (reply.kind !== 'answered') return undefined;
  for (const [i, args] of walk.examples.entries()) {
    const outcome = reply.outcomes[i];
    if (outcome?.kind !== 'value') return undefined;
    const yours = walk.returns.parse(outcome.value);
    const rightOutcome = localAnswer(task.answer, args);
    if ('mismatch' in yours || rightOutcome.kind !== 'value') return undefined;
    const steps = walk.steps(args, rightOutcome.value as never);
    const located = compare(args, steps, rightOutcome.value, yours.value as Data);
    if (located !== undefined) return located;
  }
  return undefined;
}

/** Each step's number in both answers; undefined where one of them has it not, or an entry more: then places say nothing. */
function comparedSteps(steps: readonly Step[], right: Data, yours: Data) {
  if (!isSameShape(leavesOf(right), leavesOf(yours))) return undefined;
  const compared = steps.map((step) => {
    const [a, b] = [numberAt(right, step.path), numberAt(yours, step.path)];
    return a === undefined || b === undefined ? undefined : { step, right: a, yours: b, differs: !isNear(a, b) };
  });
  return compared.every((one) => one !== undefined) ? compared : undefined;
}

const shownStep = ({ step: { name, calculation }, ...numbers }: Compared & { readonly differs: boolean }) => ({
  name,
  calculation,
  ...numbers,
});

/** The whole calculation of one call, right beside yours; nothing where the task has none, or the answer not its shape. */
export function walkThrough(
  task: Task,
  walks: readonly Walk[],
  args: readonly Data[],
  right: Data,
  yours: Data,
): readonly LocatedStep[] {
  const walk = walks.find((one) => one.task === task.id);
  const parsed = walk?.returns.parse(yours);
  if (walk === undefined || parsed === undefined || 'mismatch' in parsed) return [];
  const steps = walk.steps(args as never, right as never);
  return (comparedSteps(steps, right, parsed.value as Data) ?? []).map(shownStep);
}

function compare(args: readonly Data[], steps: readonly Step[], right: Data, yours: Data): Located | undefined {
  const compared = comparedSteps(steps, right, yours);
  if (compared === undefined) return undefined;
  const stage = compared.find(({ differs }) => differs)?.step.stage;
  if (stage === undefined) return undefined;
  const end = compared.findLastIndex(({ step }) => step.stage === stage) + 1;
  const shown = compared.slice(0, end);
  const later = compared.slice(end);
  const wrong = later.filter(({ differs }) => differs).length;
  const factor = factorOf(shown.filter(({ differs }) => differs));
  return {
    args,
    stage,
    ...(factor && { factor }),
    after: later.length === 0 ? 'last' : wrong === later.length ? 'all' : wrong === 0 ? 'none' : 'some',
    steps: shown.map(shownStep),
  };
}

type Compared = { readonly step: Step; readonly right: number; readonly yours: number };

/** The formula by which all of these differ, or else the one ratio that they share. */
function factorOf(wrong: readonly Compared[]): Located['factor'] {
  const [first] = wrong;
  if (first === undefined || wrong.some(({ right }) => right === 0)) return undefined;
  const explains = ({ right, yours }: Compared, value: number | undefined) =>
    value !== undefined && isNear(right * value, yours);
  const formula = Object.keys(first.step.factors).find((name) =>
    wrong.every((one) => explains(one, one.step.factors[name])),
  );
  const value = first.yours / first.right;
  if (formula !== undefined) return { formula, value };
  return wrong.length > 1 && wrong.every((one) => explains(one, value)) ? { value } : undefined;
}

function numberAt(value: Data, path: Step['path']): number | undefined {
  const found = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
  return typeof found === 'number' ? found : undefined;
}

import { drawInputs } from '../check/check-law.ts';
import { localAnswer } from '../diagnose/local-answer.ts';
import { type Data, isList, isRecord, type Law, type NamedAnswer, type Task } from '../kit.ts';

type AnyAnswer = (...args: readonly unknown[]) => unknown;

/** Answers that know nothing of the task: constants, the arguments themselves, and the right shape without the content. */
export function trivialAnswers(task: Task, laws: readonly Law[], seed: number): readonly NamedAnswer[] {
  const answers: Record<string, AnyAnswer> = {
    zero: () => 0,
    one: () => 1,
    'not-a-number': () => Number.NaN,
    'empty-array': () => [],
    'array-of-zero': () => [0],
    null: () => null,
    undefined: () => undefined,
    ...Object.fromEntries(
      task.parameters.map((name, index) => [`argument-${name}`, (...args: readonly unknown[]) => args[index]]),
    ),
    ...shapedAnswers(task, laws, seed),
  };
  return Object.entries(answers).map(([id, answer]) => ({
    id,
    task: task.id,
    answer: answer as NamedAnswer['answer'],
  }));
}

/** Those of the right shape, which is read off the right answers. */
function shapedAnswers(task: Task, laws: readonly Law[], seed: number): Readonly<Record<string, AnyAnswer>> {
  const right = task.answer as (...args: readonly unknown[]) => Data;
  const first = firstAnswer(task, laws, seed);
  if (first === undefined) return {};
  const constant = { 'always-the-first-answer': () => structuredClone(first) };
  if (typeof first === 'number') return constant;
  return {
    ...constant,
    zeros: (...args) => mapNumbers(right(...args), () => 0),
    ones: (...args) => mapNumbers(right(...args), () => 1),
    'not-numbers': (...args) => mapNumbers(right(...args), () => Number.NaN),
    'last-entries-left-out': (...args) => withoutLast(right(...args)),
  };
}

/** The right answer to the first call of the task's first law. */
function firstAnswer(task: Task, laws: readonly Law[], seed: number): Data {
  const law = laws.find((one) => one.task === task.id);
  const args = law && drawInputs(law, seed)[0]?.calls[0];
  const outcome = args && localAnswer(task.answer, args);
  return outcome?.kind === 'value' ? outcome.value : undefined;
}

function mapNumbers(value: Data, map: (x: number) => number): Data {
  if (typeof value === 'number') return map(value);
  if (isList(value)) return value.map((entry) => mapNumbers(entry, map));
  if (isRecord(value)) return mapFields(value, (field) => mapNumbers(field, map));
  return value;
}

/** Every array one entry short: what a law must judge, and not stumble over. */
function withoutLast(value: Data): Data {
  if (isList(value)) return value.slice(0, -1).map(withoutLast);
  return isRecord(value) ? mapFields(value, withoutLast) : value;
}

const mapFields = (record: { readonly [key: string]: Data }, map: (field: Data) => Data): Data =>
  Object.fromEntries(Object.entries(record).map(([key, field]) => [key, map(field)]));

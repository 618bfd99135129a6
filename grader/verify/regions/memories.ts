import { type Data, isList, isRecord, randomFrom, type TaskDomain } from '../../kit.ts';
import { type Args, rightAnswer } from './region-answers.ts';

/** An answer that is remembered, and given again to other arguments that look the same by this. */
export interface Memory {
  /** By what: `targets alone`, `3 digits`. */
  readonly by: string;
  readonly key: (args: Args) => string;
}

const rounded =
  (digits: number) =>
  (args: Args): string =>
    JSON.stringify(args, (_, value) => (typeof value === 'number' ? value.toPrecision(digits) : value));

/** What students remember by: a rounded number, sizes alone, the first entry, all arguments but one. */
function memories(parameters: readonly string[]): readonly Memory[] {
  const others = parameters.length < 2 ? [] : parameters;
  return [
    ...[2, 4, 6].map((digits): Memory => ({ by: `${digits} digits`, key: rounded(digits) })),
    { by: 'sizes alone', key: (args) => JSON.stringify(args, (_, value) => (typeof value === 'number' ? 0 : value)) },
    { by: 'first entries', key: (args) => JSON.stringify(args.map(firstEntries)) },
    ...others.map(
      (name, k): Memory => ({ by: `all but ${name}`, key: (args) => JSON.stringify(args.toSpliced(k, 1)) }),
    ),
  ];
}

function firstEntries(data: Data): Data {
  if (isList(data)) return data.slice(0, 1).map(firstEntries);
  return isRecord(data)
    ? Object.fromEntries(Object.entries(data).map(([key, field]) => [key, firstEntries(field)]))
    : data;
}

const bases = 20;

/** Those that give a wrong answer somewhere: that two inputs which look alike have different right answers was seen. */
export function memoriesOf({ task, domain, compare }: TaskDomain): readonly Memory[] {
  if (compare === undefined) return [];
  const random = randomFrom(3);
  const inputs = Array.from({ length: bases }, () => domain.draw(random));
  const all = inputs.flatMap((args) => [args, ...(domain.neighbors?.(args, random) ?? [])]);
  const answered = all.map((args) => ({ args, value: rightAnswer(task, args) }));
  return memories(task.parameters).filter(({ key }) => {
    const known = new Map<string, Data>();
    return answered.some(({ args, value }) => {
      const first = known.get(key(args));
      if (first === undefined) known.set(key(args), value);
      return first !== undefined && compare(args, value, first) !== undefined;
    });
  });
}

import { once } from '../../kit/once.ts';
import type { Law, Task } from '../../kit.ts';
import type { Language } from './manifest.ts';

type Parameters = Readonly<Record<string, unknown>>;

/** A parameter of variants as the build has noted it: its default, and values that other variants may have. */
export interface ParameterValues {
  readonly key: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly default: unknown;
  readonly values: readonly unknown[];
}

/** A value that another variant has in the place of this one's. */
export interface Change {
  readonly key: string;
  readonly title: ParameterValues['title'];
  readonly theirs: unknown;
  readonly ours: unknown;
}

/** The same assignment under other parameters. */
export interface Alternative {
  readonly changes: readonly Change[];
  /** Its tasks, by the ids that they have in the variant at hand. */
  readonly tasks: Readonly<Record<string, Task>>;
  readonly laws: () => readonly Law[];
}

/** The tasks under some parameters, by names that are the same in all variants. */
type Table = (parameters: Parameters) => Readonly<Record<string, Task>>;

/**
 * The variants that a submission may have been written for in the place of this one: the lecture's own, and those that
 * differ from this one in one parameter.
 */
export function alternativesTo(
  parameters: Parameters,
  all: readonly ParameterValues[],
  table: Table,
  laws: (parameters: Parameters) => readonly Law[],
): readonly Alternative[] {
  const defaults = Object.fromEntries(all.map((parameter) => [parameter.key, parameter.default]));
  const ours: Parameters = { ...defaults, ...parameters };
  const singles = all.flatMap(({ key, values }) => values.map((value): Parameters => ({ ...ours, [key]: value })));
  const others = new Map([defaults, ...singles].map((other) => [JSON.stringify(other), other]));
  others.delete(JSON.stringify(ours));
  const names = Object.entries(table(parameters)).map(([name, { id }]) => [name, id] as const);
  return [...others.values()].flatMap((other) => {
    const tasks = tasksUnder(other, names, table);
    const changes = all
      .filter(({ key }) => JSON.stringify(other[key]) !== JSON.stringify(ours[key]))
      .map(({ key, title }): Change => ({ key, title, theirs: other[key], ours: ours[key] }));
    return tasks === undefined ? [] : [{ changes, tasks, laws: once(() => laws(other)) }];
  });
}

/** Nothing where these parameters do not go together. */
function tasksUnder(
  parameters: Parameters,
  names: readonly (readonly [name: string, id: string])[],
  table: Table,
): Alternative['tasks'] | undefined {
  try {
    const found = table(parameters);
    return Object.fromEntries(names.flatMap(([name, id]) => (found[name] ? [[id, found[name]] as const] : [])));
  } catch {
    return undefined;
  }
}

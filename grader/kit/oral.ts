import type { Spoken } from './spoken.ts';
import type { Task } from './task.ts';
import { type Data, isForeign, isList, isRecord, isRngSeed, type RngSeed } from './values/data.ts';
import type { Shape } from './values/shape.ts';

/** What is drawn from a student's id: the same id draws the same, another id something else. */
export interface Draw {
  /** One of them, each as likely. */
  one<T>(values: readonly T[]): T;
  /** Some of them, each once, in an order of its own. */
  some<T>(values: readonly T[], count: number): readonly T[];
  /** A seed for a generator of random numbers. */
  seed(): number;
}

/** The first `count` of some values that can all be told from one another, each from those taken before it. */
export function toldApart<T>(values: readonly T[], count: number, areApart: (a: T, b: T) => boolean): readonly T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length < count && taken.every((other) => areApart(other, value))) taken.push(value);
  }
  return taken;
}

/** An expression over the student's functions, as in `nabla try`. */
export interface Asked<Answer = unknown> {
  readonly expression: string;
  readonly returns: Shape<Answer>;
  /** How it is written on the sheet, where nobody would read the whole. */
  readonly shown?: string;
  /** Of a plain call of one task, what it was called with. */
  readonly call?: { readonly task: string; readonly args: readonly Data[] };
}

/** Asks for the value of any expression over the student's functions, in a shape. */
export const asked = <Answer>(expression: string, returns: Shape<Answer>, shown?: string): Asked<Answer> => ({
  expression,
  returns,
  ...(shown !== undefined && { shown }),
});

/** Asks for a plain call of one task; a generator is written as the seed that it starts from. */
export function askedCall<Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  args: NoInfer<Args>,
  shown?: string,
): Asked<Answer> {
  const data = args as unknown as readonly Data[];
  const call = { task: of.id, args: data };
  return { ...asked(`${of.id}(${data.map(written).join(', ')})`, of.returns, shown), call };
}

/**
 * Data as code that gives it: `[1, -0]`, `rng(7)`.
 *
 * @throws if it holds what is no data
 */
export function written(data: Data | RngSeed): string {
  if (isForeign(data)) throw new Error('no code gives this');
  if (isRngSeed(data)) return `rng(${data.seed})`;
  if (typeof data === 'string') return `'${JSON.stringify(data).slice(1, -1).replaceAll("'", "\\'")}'`;
  if (isList(data)) return `[${data.map(written).join(', ')}]`;
  if (isRecord(data))
    return `{ ${Object.entries(data)
      .map(([key, field]) => `${key}: ${written(field)}`)
      .join(', ')} }`;
  return Object.is(data, -0) ? '-0' : String(data);
}

/** What a text of the catalogue is filled with. */
export type Filling = Readonly<Record<string, string>>;

/** A number to be found by hand. Its key is what the student's own functions answer, and how one gets there. */
export interface ByHand {
  /** Its words in the catalogue: the question, and the key's reasons. */
  readonly id: string;
  readonly values: Filling;
  readonly asked: readonly Asked[];
}

/** Calls of one function, which are tried before and after a line of the student's has been changed. */
export interface Probes {
  readonly task: string;
  readonly asked: readonly Asked[];
  /** Its words in the catalogue: how the calls are to be read, where they are shown in short. */
  readonly note?: string;
}

/** One of the lines of a plot: what it is, and what is drawn of what the student's functions answer. */
export interface OralLine<Answer = unknown> {
  /** Its words in the catalogue. */
  readonly kind: string;
  readonly values: Filling;
  readonly asked: Asked<Answer>;
  /** What is drawn of an answer. */
  readonly heights: (answer: Answer) => readonly number[];
}

/** A line of a plot, with its types checked, and then forgotten: each line may ask for something else. */
export const oralLine = <Answer>(of: OralLine<Answer>): OralLine => of as unknown as OralLine;

/** Plots by the student's functions that are to be told apart. They are shown in an order that the grader draws. */
export interface WhichIsWhich {
  readonly id: string;
  readonly values: Filling;
  readonly lines: readonly OralLine[];
  /** Curves have their numbers beside them; of a histogram the form is what is looked at. */
  readonly kind: 'curves' | 'histograms';
}

/** Words of the oral check in one language. Places in braces are filled. */
export interface OralWords {
  readonly byHand: Readonly<Record<string, { readonly question: string; readonly key: string }>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly whichIsWhich: Readonly<
    Record<
      string,
      { readonly question: string; readonly key: string; readonly kinds: Readonly<Record<string, string>> }
    >
  >;
}

/** What may be asked about an assignment in five minutes; `oral/oral.ts` of the assignment exports it. */
export interface Oral {
  /** Numbers to be found by hand. */
  readonly byHand: readonly ((draw: Draw) => ByHand)[];
  readonly probes: readonly Probes[];
  /** Plots to be told apart. */
  readonly whichIsWhich: readonly ((draw: Draw) => WhichIsWhich)[];
  readonly words: Spoken<OralWords>;
}

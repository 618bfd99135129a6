import type { Spoken } from '../spoken.ts';
import type { Task } from '../task.ts';
import type { Shape } from '../values/shape.ts';
import type { Drawing } from './plot.ts';

/** Calls of one task that a picture is made of. They are the same in every check, whatever the seed. */
export interface LookCalls<Answer = unknown> {
  readonly task: string;
  readonly returns: Shape<Answer>;
  readonly calls: readonly (readonly unknown[])[];
}

/** Some calls of a task, for a picture that is made of what the student's own function answers. */
export const lookCalls = <Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  calls: readonly NoInfer<Args>[],
): LookCalls<Answer> => ({ task: of.id, returns: of.returns, calls });

/** What is said beside a picture, in one language: of what it shows, a question, and what there is to see. */
export interface LookWords {
  readonly title: string;
  readonly description: string;
  readonly question: string;
  readonly answer: string;
  /** What lines and axes are called, where that is no formula. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** A picture as it was drawn; the places in its words are filled with these values. */
export interface LookDrawn {
  readonly drawing: Drawing;
  readonly values?: Readonly<Record<string, string>>;
}

/** What a picture is made of; where that is not enough, it asks more when the answers are there. */
export interface Asking<Asks extends readonly LookCalls[] = readonly LookCalls[]> {
  /** For each of these a frame of calls; all of their tasks have to be passed. */
  readonly asks: Asks;
  /** The picture, of the answers in the order of `asks`. */
  readonly draw: (answers: LookAnswers<Asks>) => LookDrawn | Asking;
}

/** The answers to the calls that a picture asks for. */
export type LookAnswers<Asks> = {
  readonly [K in keyof Asks]: Asks[K] extends LookCalls<infer Answer> ? readonly Answer[] : never;
};

/**
 * A picture in the report for who has passed: what the student's own functions make of some nets, and a question whose
 * answer one can see. It decides nothing, and nothing in it is the reference's answer to a task.
 */
export interface Look<Asks extends readonly LookCalls[] = readonly LookCalls[]> extends Asking<Asks> {
  readonly id: string;
  readonly words: Spoken<LookWords>;
}

/**
 * A picture for who has passed, with the types of its calls checked, and then forgotten: a list of pictures has none in
 * common.
 */
export const look = <const Asks extends readonly LookCalls[]>(of: Look<Asks>): Look => of as unknown as Look;

import type { Failure } from '../check/failure.ts';
import type { Law, NamedAnswer } from '../kit.ts';

/** An answer of ours in the student's place, and what it is there for. */
export interface Candidate extends NamedAnswer {
  readonly role: 'reference' | 'right' | 'trivial' | 'misconception' | 'mutant';
}

/** A law that rejects an implementation, or that throws when it should judge. */
export interface Stop {
  readonly law: Law;
  readonly seed: number;
  /** The seed of the law's inputs. */
  readonly drawnFrom: number;
  /** `index`: of the input among those that were drawn. */
  readonly found: { readonly failure: Failure; readonly index: number } | { readonly lawError: string };
}

/** What became of one answer: for each seed, the laws of its task that stopped it, as far as they were tried. */
export interface Trial {
  readonly candidate: Candidate;
  readonly stops: readonly (readonly Stop[])[];
}

/** The seeds at which it got past every law. */
export const survivals = ({ stops }: Trial, seeds: readonly number[]): readonly number[] =>
  seeds.filter((_, row) => stops[row]?.length === 0);

/** The first law that stopped it, if any did. */
export const firstStop = ({ stops }: Trial): Stop | undefined => stops.flat()[0];

/** `task/answer` */
export const nameOf = ({ candidate }: Trial): string => `${candidate.task}/${candidate.id}`;

import type { Answerer } from '../../check/answerer.ts';
import { localAnswer } from '../../diagnose/local-answer.ts';
import type { Assignment } from '../../load/assignment/assignment.ts';
import type { Outcome } from '../../sandbox/protocol/outcome.ts';

/** So many answers are kept: a training run has as many as it has epochs. */
const most = 400;

/** Answers that figures have asked for: who moves a slider back, or lets it run on, does not wait for them again. */
export class FigureAnswers {
  readonly #known = new Map<string, Outcome>();

  /** Asks for what is not known yet. `of` says whose function it is, by which answers are told apart. */
  remembered(of: string, answer: Answerer): Answerer {
    return async (calls, options) => {
      const keys = calls.map((args) => `${of} ${JSON.stringify(args)}`);
      if (this.#known.size > most) this.#known.clear();
      const missing = calls.filter((_, i) => !this.#known.has(keys[i] ?? ''));
      if (missing.length > 0) {
        const reply = await answer(missing, options);
        if (reply.kind !== 'answered' || reply.outcomes.some(({ kind }) => kind !== 'value')) return reply;
        const rest = reply.outcomes.values();
        for (const key of keys) if (!this.#known.has(key)) this.#known.set(key, rest.next().value as Outcome);
      }
      const outcomes = keys.map((key) => this.#known.get(key) as Outcome);
      return { kind: 'answered', outcomes, printed: '', stuck: false };
    };
  }
}

/** The right functions, asked as a student's are. */
export const rightAnswerer =
  ({ grading }: Assignment) =>
  (task: string): Answerer =>
  async (calls) => {
    const answer = grading.tasks[task]?.answer as ((...args: readonly never[]) => unknown) | undefined;
    if (answer === undefined) return { kind: 'no-export' };
    return { kind: 'answered', outcomes: calls.map((args) => localAnswer(answer, args)), printed: '', stuck: false };
  };

/** Asks a student's function, and the right one in its place where it has no answer; `lent` then has its task. */
export const lending =
  (
    { grading }: Assignment,
    yours: (task: string) => Answerer,
    right: (task: string) => Answerer,
    lent: Set<string>,
  ): ((task: string) => Answerer) =>
  (task) =>
  async (calls, options) => {
    const reply = await yours(task)(calls, options);
    const isAnswer = (one: Outcome): boolean => one.kind === 'value' && isOf(grading, task, one.value);
    if (reply.kind === 'answered' && reply.outcomes.every(isAnswer)) return reply;
    lent.add(task);
    return right(task)(calls, options);
  };

const isOf = ({ tasks }: Assignment['grading'], task: string, value: Parameters<Shape['parse']>[0]): boolean => {
  const parsed = tasks[task]?.returns.parse(value);
  return parsed !== undefined && 'value' in parsed;
};
type Shape = Assignment['grading']['tasks'][string]['returns'];

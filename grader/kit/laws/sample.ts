import type { Task } from '../task.ts';
import { type Answers, type Law, type LawOptions, law } from './law.ts';
import { changeIn, pureLaw } from './purity.ts';

/** What is drawn and asked once, for several laws, and what all of them look at. */
export interface Sample<Input, Args extends readonly unknown[], Answer, View>
  extends Required<Pick<LawOptions<Input, Args, Answer>, 'inputs' | 'runs' | 'calls'>> {
  /** What all of the laws look at. */
  readonly view: (input: Input, answers: Answers<Answer>) => View;
  /** Whether the arguments are brought back, too: then a law of purity is judged on them, the last of all. */
  readonly echo?: boolean;
}

/** What one law makes of a sample that it shares with others. */
export interface OnSample<Input, Answer, View>
  extends Pick<LawOptions<Input, readonly unknown[], Answer>, 'alpha' | 'probes' | 'fingerprint'> {
  /** How it breaks the law; undefined if it does not. */
  readonly check: (input: Input, view: View) => ReturnType<Law['check']>;
}

/**
 * Several laws that are judged on the same answers, which are asked for once: thousands of weights, say, of which one law
 * looks at the variance and another at the largest. They follow one another in the list of laws.
 *
 * That the statistics of one sample hang together does no harm: what each may err adds up to a bound, whatever they have
 * in common.
 *
 * @param evidence what the sample is called
 * @param of the task
 * @param drawn the inputs, how many, the calls for each, and what is seen of the answers
 * @param laws the laws, by their ids
 */
export function sample<Input, Args extends readonly unknown[], Answer, View>(
  evidence: string,
  of: Task<Args, Answer>,
  { view, ...drawn }: Sample<Input, Args, Answer, View>,
  laws: Readonly<Record<string, OnSample<Input, Answer, View>>>,
): Law[] {
  /** Of one function, which has one for each input. A list that is thrown away whole: a map that is cleared is kept by V8. */
  let views: { readonly answers: Answers<Answer>; readonly seen: View }[] = [];
  const viewOf = (input: Input, answers: Answers<Answer>): View => {
    const found = views.find((one) => one.answers === answers);
    if (found) return found.seen;
    if (views.length >= drawn.runs) views = [];
    const seen = view(input, answers);
    views.push({ answers, seen });
    return seen;
  };
  const own = Object.entries(laws).map(([id, { check, ...options }]) =>
    law(id, of, { ...drawn, ...options, check: (input, answers) => check(input, viewOf(input, answers)) }),
  );
  return (drawn.echo ? [...own, unchanged(of, drawn)] : own).map((one) => ({ ...one, evidence }));
}

/** That no call has changed an argument. It needs no words or proof of an author's; samples take too long to make smaller. */
function unchanged<Input, Args extends readonly unknown[], Answer>(
  of: Task<Args, Answer>,
  drawn: Pick<LawOptions<Input, Args, Answer>, 'inputs' | 'runs' | 'calls' | 'echo'>,
): Law {
  const pure = law(pureLaw, of, {
    ...drawn,
    check: (input, { argumentsAfter }) => changeIn(of, drawn.calls(input), argumentsAfter),
  });
  return { ...pure, isOfGrader: true, staysAsDrawn: true };
}

import type { Answerer } from '../check/answerer.ts';
import type { Asking, Data, Look, LookCalls, LookDrawn } from '../kit.ts';
import { drawable } from './plots.ts';

/** A picture for who has passed, as the student's functions draw it. */
export interface DrawnLook extends LookDrawn {
  readonly id: string;
  readonly words: Look['words'];
}

/** Draws what the student's functions show; not the pictures for which one of them gives no answer that can be drawn. */
export async function drawLooks(
  looks: readonly Look[],
  answererOf: (task: string) => Answerer,
): Promise<readonly DrawnLook[]> {
  /** Several pictures may be made of the same calls. */
  const known = new Map<LookCalls, readonly unknown[] | undefined>();
  const answersTo = async (asked: LookCalls): Promise<readonly unknown[] | undefined> => {
    if (!known.has(asked)) known.set(asked, await ask(asked, answererOf(asked.task)));
    return known.get(asked);
  };
  const drawn: DrawnLook[] = [];
  for (const look of looks) {
    const made = await drawnBy(look, answersTo);
    const drawing = made && drawable(made.drawing);
    if (drawing !== undefined) drawn.push({ ...made, id: look.id, words: look.words, drawing });
  }
  return drawn;
}

/** A picture out of the answers to what it asks; nothing where one of them is none. */
export async function drawnBy(
  { asks, draw }: Asking,
  answersTo: (asked: LookCalls) => Promise<readonly unknown[] | undefined>,
): Promise<LookDrawn | undefined> {
  const answers: unknown[] = [];
  for (const asked of asks) answers.push(await answersTo(asked));
  if (answers.includes(undefined)) return undefined;
  const made = draw(answers as never);
  return 'asks' in made ? drawnBy(made, answersTo) : made;
}

/** The answers to all calls, or nothing where one of them has none. */
export async function ask({ returns, calls }: LookCalls, answer: Answerer): Promise<readonly unknown[] | undefined> {
  // A function that has passed answers the same whatever was asked before, and a new realm costs more than most pictures.
  const reply = await answer(calls as readonly (readonly Data[])[], { fresh: false, echo: false });
  if (reply.kind !== 'answered') return undefined;
  const values = reply.outcomes.flatMap((outcome) => {
    const parsed = outcome.kind === 'value' ? returns.parse(outcome.value) : undefined;
    return parsed !== undefined && 'value' in parsed ? [parsed.value] : [];
  });
  return values.length === calls.length ? values : undefined;
}

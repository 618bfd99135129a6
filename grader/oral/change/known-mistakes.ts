import { localAnswer } from '../../diagnose/local-answer.ts';
import { type Data, largestIn, type Probes } from '../../kit.ts';
import type { Grading } from '../../load/assignment/grading.ts';
import { type Effect, isSameData } from './effect.ts';

/** Which misconception answers as a changed function does wherever that has an answer, and not as before; none, where several do. Each is asked once. */
export function knownMistakes({ misconceptions }: Grading) {
  const known = new Map<string, readonly (Data | undefined)[]>();
  const answersOf = (id: string, answer: (typeof misconceptions)[number]['answer'], { asked }: Probes) => {
    const found =
      known.get(id) ??
      asked.map(({ call }) => {
        const outcome = call && localAnswer(answer, call.args);
        return outcome?.kind === 'value' ? outcome.value : undefined;
      });
    known.set(id, found);
    return found;
  };
  return (probes: Probes, effects: readonly Effect[]): string | undefined => {
    const [found, another] = misconceptions
      .filter(({ task }) => task === probes.task)
      .filter(({ id, answer }) => {
        const expected = answersOf(id, answer, probes);
        const isAlike = ({ after }: Effect, at: number): boolean =>
          after.kind === 'value' && expected[at] !== undefined && isSameData(expected[at], after.data);
        return (
          effects.every((effect, at) => effect.after.kind !== 'value' || isAlike(effect, at)) &&
          effects.some((effect, at) => !effect.isSame && isAlike(effect, at) && isTelling(effect))
        );
      });
    return another === undefined ? found?.id : undefined;
  };
}

/** All kinds of mistakes end in nothing, or in something that is no number. */
const isTelling = ({ after }: Effect): boolean => after.kind === 'value' && largestIn(after.data) > 0;

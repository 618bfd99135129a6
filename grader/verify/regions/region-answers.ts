import { localAnswer } from '../../diagnose/local-answer.ts';
import {
  argumentWays,
  type Data,
  isList,
  isRecord,
  isWrong,
  placedAt,
  randomFrom,
  randomWays,
  small,
  type TaskDomain,
  type Way,
  ways,
} from '../../kit.ts';

export type Args = readonly Data[];

/** The right answer, but at one landmark, where it is wrong in one way, or right and changes an argument. */
export interface RegionAnswer {
  /** `LANDMARK` */
  readonly where: string;
  readonly way: string;
  readonly wrong: Way;
  readonly changes: 'answer' | 'arguments';
  readonly isAt: (args: Args) => boolean;
}

/** The wrong answers of one task, and landmarks to which no input could be brought. */
export interface Regions {
  readonly answers: readonly RegionAnswer[];
  readonly landmarks: number;
  readonly unreachable: readonly string[];
}

/** Of so many inputs at a landmark, so many at least have to show that an answer is wrong there in some way. */
const [examplesAt, leastShown] = [8, 6];

/** The wrong answers by which it is proved that every landmark of a task's domain is asked about. */
export function regionsOf({ task, domain, landmarks, compare }: TaskDomain): Regions {
  const random = randomFrom(1, small);
  const unreachable: string[] = [];
  const answers = landmarks().flatMap((mark) => {
    const examples = Array.from({ length: examplesAt }, () => placedAt(domain, mark, random));
    const right = examples.flatMap((args) => (args ? [{ args, value: rightAnswer(task, args) }] : []));
    if (right.length === 0) unreachable.push(mark.id);
    const shows = (wrong: Way): boolean =>
      right.filter(({ args, value }) =>
        compare ? compare(args, value, wrong(value)) !== undefined : isWrong(value, wrong(value)),
      ).length >= Math.min(leastShown, right.length);
    const changes = (change: Way): boolean =>
      right.filter(({ args }) => isWrong(args, changed(args, change))).length >= Math.min(leastShown, right.length);
    const of = (
      wrongs: Readonly<Record<string, Way>>,
      kind: RegionAnswer['changes'],
      isSeen: (wrong: Way) => boolean,
    ) =>
      Object.entries(wrongs)
        .filter(([, wrong]) => right.length > 0 && isSeen(wrong))
        .map(([way, wrong]): RegionAnswer => ({ where: mark.id, way, wrong, changes: kind, isAt: mark.isAt }));
    return [...of(compare ? ways : randomWays, 'answer', shows), ...of(argumentWays, 'arguments', changes)];
  });
  return { answers, landmarks: landmarks().length, unreachable };
}

/** What is left of arguments of which lists and objects are changed; numbers, texts and generators cannot be. */
export const changed = (args: Args, change: Way): Args =>
  args.map((arg) => (isList(arg) || isRecord(arg) ? change(arg) : arg));

export function rightAnswer({ answer }: TaskDomain['task'], args: Args): Data {
  const outcome = localAnswer(answer, args);
  return outcome.kind === 'value' ? outcome.value : undefined;
}

const ordinary = 40;

/** On how many ordinary inputs a tolerance lets an answer pass that is off by a thousandth. */
export function toleratedThousandths({ task, domain, compare }: TaskDomain): Record<'accepted' | 'inputs', number> {
  const random = randomFrom(2);
  const inputs = Array.from({ length: ordinary }, () => domain.draw(random));
  const accepted = inputs.filter((args) => {
    const value = rightAnswer(task, args);
    const wrong = ways['off by a thousandth']!(value);
    return isWrong(value, wrong) && compare?.(args, value, wrong) === undefined;
  });
  return { accepted: compare ? accepted.length : 0, inputs: ordinary };
}

import {
  type Data,
  isClose,
  isIdentical,
  isList,
  isRecord,
  largestIn,
  remembered,
  type Task,
  type TaskDomain,
  type Tolerance,
} from '../../kit.ts';
import { localAnswer } from '../local-answer.ts';
import type { Probe } from '../probe.ts';

type Args = readonly Data[];

/** Two ways of computing one thing agree to about 1e-12; two different things do not, on every probe. */
export const sameFormula: Tolerance = { relative: 1e-8, absolute: 1e-12 };

/** As far apart as a formula and the same with a small number for safety, like the 1e-6 that PyTorch adds to a norm. */
export const nearlySameFormula: Tolerance = { relative: 1e-5, absolute: 1e-6 };

/** What is lost where terms of about 1 cancel. */
const cancelled = 1e-15;

/** Of a right answer of which rounding may change more than this share, hardly a digit is known. */
const mostShare = 0.1;

/** And of one of which it may change more than this, too few digits to read a rule off it. */
const leastVague = 1e-8;

/** Whether an answer to these arguments is what a function of ours answers, but for rounding. */
export type Agrees = (args: Args, ours: Data, theirs: Data, tolerance?: Tolerance) => boolean;

export interface Agreement {
  readonly agrees: Agrees;
  /** What rounding may change in an answer to these arguments whose largest number is so large. */
  readonly room: (args: Args, size: number) => number;
  /** Whether right answers to these arguments have fewer digits in common than a rule is read off. */
  readonly isVague: (args: Args) => boolean;
}

/**
 * Two ways of writing one mistake may be as far apart as two ways of writing the right answer: by what the task's domain
 * allows these, and by the same share of its largest number where what the mistake computes is larger.
 */
export function agreementOf({ answer }: Task, domain?: TaskDomain): Agreement {
  const roomAt = remembered((args: Args) => {
    const outcome = localAnswer(answer, args);
    if (domain === undefined || outcome.kind !== 'value') return { relative: 0, absolute: 0, share: 0 };
    const room = domain.room(args, outcome.value);
    const size = largestIn(outcome.value);
    return { ...room, share: size > 0 ? Math.min(mostShare, room.absolute / size) : 0 };
  });
  const room = (args: Args, size: number): number => {
    const { absolute, share } = roomAt(args);
    return Math.max(absolute, share * size);
  };
  const agrees: Agrees = (args, ours, theirs, tolerance = sameFormula) => {
    if (agree(ours, theirs, tolerance)) return true;
    const { relative } = roomAt(args);
    const absolute = room(args, largestIn(ours));
    const wider = { relative: Math.max(tolerance.relative, relative), absolute };
    return absolute + relative > 0 && areWithin(ours, theirs, wider);
  };
  return { agrees, room, isVague: (args) => roomAt(args).share > leastVague };
}

/** Whether two answers are the same; the absolute part of a tolerance is a share of the largest number in them. */
function agree(a: Data, b: Data, { relative, absolute }: Tolerance): boolean {
  // A small number that is added for safety is the same one, whatever it is added to.
  const isForSafety = absolute > sameFormula.absolute;
  return areWithin(a, b, {
    relative,
    absolute: isForSafety ? absolute : Math.max(cancelled, absolute * Math.min(1, largestIn(a))),
  });
}

/**
 * NaN is the same as NaN here: who divides by zero in the same place makes the same mistake. So are two that give no answer
 * of the right kind.
 */
function areWithin(a: Data, b: Data, tolerance: Tolerance): boolean {
  if (typeof a === 'number' && typeof b === 'number') {
    // An infinite number is near to nothing but itself.
    return Object.is(a, b) || (Number.isFinite(a) ? isClose(a, b, tolerance) : a === b);
  }
  if (isList(a)) {
    return isList(b) && a.length === b.length && a.every((entry, index) => areWithin(entry, b[index], tolerance));
  }
  if (isRecord(a)) return isRecord(b) && Object.keys(a).every((key) => areWithin(a[key], b[key], tolerance));
  return isIdentical(a, b);
}

/** Whether a function of ours answers a probe so: the values, and unless these alone count, what became of the arguments. */
export function isSame(
  { law, calls }: Probe,
  ours: Data | undefined,
  theirs: Data | undefined,
  {
    agrees,
    tolerance = sameFormula,
    ofValues = false,
  }: { readonly agrees: Agrees; readonly tolerance?: Tolerance; readonly ofValues?: boolean },
): boolean {
  if (ours === undefined || theirs === undefined) return ours === theirs;
  if (law?.fingerprint) return areClose(ours, theirs, law.fingerprint.tolerance);
  return calls.every((args, i) => {
    const [[value, after], [other, afterwards]] = [entriesOf(ours, i), entriesOf(theirs, i)];
    // What was computed is what is written into an argument.
    return agrees(args, value, other, tolerance) && (ofValues || agrees(args, after, afterwards));
  });
}

const entriesOf = (answers: Data, i: number): readonly Data[] => {
  const entry = isList(answers) ? answers[i] : undefined;
  return isList(entry) ? entry : [];
};

/** Two fingerprints are lists of estimates, with a tolerance of their own. */
const areClose = (a: Data, b: Data, tolerance: Tolerance): boolean =>
  isList(a) && isList(b) && a.length === b.length && a.every((x, i) => isSameNumber(x, b[i], tolerance));

const isSameNumber = (a: Data, b: Data, tolerance: Tolerance): boolean =>
  typeof a === 'number' && typeof b === 'number' && (Object.is(a, b) || isClose(a, b, tolerance));

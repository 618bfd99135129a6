import { areClose, type Data, isIdentical, type Tolerance } from '../../kit.ts';
import type { Answered } from '../answered.ts';

/** What a call gives before a line is changed, and after. */
export interface Effect {
  readonly before: Answered;
  readonly after: Answered;
  readonly isSame: boolean;
}

/** Within this, two answers are the same: nobody who thinks about a line sees more digits, as of an ε in a divisor. */
export const fourDigits: Tolerance = { relative: 1e-4, absolute: 1e-9 };

/** Both ways: to an infinite number every other is close. */
export const isSameData = (a: Data, b: Data): boolean =>
  (areClose(a, b, fourDigits) && areClose(b, a, fourDigits)) || isIdentical(a, b);

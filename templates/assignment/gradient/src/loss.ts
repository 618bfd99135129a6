import { NotImplemented, type Vector } from './types';

/** The slope of the mean squared error in every prediction. */
export function squaredErrorGradient(predictions: Vector, targets: Vector): Vector {
  throw new NotImplemented('squaredErrorGradient');
}

import { NotImplemented } from './types';

/** z where it is positive, and 0.1·z elsewhere. */
export function leakyRelu(z: number): number {
  throw new NotImplemented('leakyRelu');
}

/** The slope of leakyRelu; at 0 it is the one below. */
export function leakySlope(z: number): number {
  throw new NotImplemented('leakySlope');
}

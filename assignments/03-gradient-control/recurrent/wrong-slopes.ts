import type { Member } from '../../../reference/activations/squashing.ts';
import { knownRules, type RecurrentActivation } from './activation.ts';

/** The slope of an activation in terms of a state. */
export type Slope = (h: number) => number;

/** What is taken for the slope of a family, by the name of the slip. */
export function wrongSlopes({ family, A, B }: Member): Readonly<Record<string, Slope>> {
  switch (family) {
    case 'tanh':
      return {
        'state-for-its-square': (h) => A * B * (1 - h / A),
        'slope-with-a-plus': (h) => A * B * (1 + (h / A) ** 2),
      };
    case 'logistic':
      return { 'slope-with-a-plus': (h) => B * h * (1 + h / A), 'one-factor-of-the-slope': (h) => B * (1 - h / A) };
    case 'softsign':
      return {
        'slope-without-the-square': (h) => A * (1 - (B * Math.abs(h)) / A),
        'slope-without-bars': (h) => A * (1 - (B * h) / A) ** 2,
        'slope-with-a-plus': (h) => A * (1 + (B * Math.abs(h)) / A) ** 2,
      };
    case 'arctan':
      return {
        'slope-without-the-square': (h) => A * B * Math.cos(h / A),
        'sine-for-cosine': (h) => A * B * Math.sin(h / A) ** 2,
      };
    case 'root':
      return {
        'power-of-one': (h) => A * (1 - B * (h / A) ** 2),
        'slope-with-a-plus': (h) => A * (1 + B * (h / A) ** 2) ** 1.5,
      };
  }
}

/** The rules that belong to other activations, where no slip of the family's own comes out the same. */
export function othersRules({ member }: RecurrentActivation): Readonly<Record<string, Slope>> {
  const { ofTanh, ofSigmoid } = knownRules;
  return {
    ...(member?.family !== 'logistic' && { 'slope-of-sigmoid': ofSigmoid }),
    ...(member?.family !== 'tanh' && member?.family !== 'root' && { 'slope-of-tanh': ofTanh }),
  };
}

import {
  type Domain,
  domain,
  firstDifference,
  type Landmark,
  type Random,
  real,
  type TaskDomain,
  vector,
} from '../../../grader/kit.ts';
import { softmax as probabilities } from '../../../reference/activations/softmax.ts';
import type { Vector } from '../../../reference/numerics/types.ts';
import type { InitializationTasks } from '../reference.ts';

const mostClasses = 100;
const leastFrequency = 1e-6;

/** Where e^−745 and less is 0, and a little more has few digits. */
export const exponentials = { relative: 1e-9, absolute: 1e-300 };

/** An ε of up to 1e-7 in the logarithm is a habit from elsewhere; nothing asks for it here, and nothing punishes it. */
const habit = 1e-7;

/** ln(p + ε) gives (p + ε)/(1 + nε): off by ε, and by nε of p. */
export const frequencyDifference = (frequencies: Vector, biases: Vector) =>
  firstDifference(frequencies, probabilities(biases), {
    relative: 1.01 * habit * frequencies.length,
    absolute: 1.01 * habit,
  });

const sumOf = (values: Vector): number => values.reduce((sum, value) => sum + value, 0);

/** Some numbers as frequencies: all at least the least, and their sum 1. */
const normalized = (values: Vector): Vector => {
  const sum = sumOf(values);
  const left = 1 - values.length * leastFrequency;
  return values.map((value) => leastFrequency + (left * value) / sum);
};

/** So many classes, some of them rare by orders of magnitude. */
const drawn = (classes: number, { next }: Random): Vector =>
  normalized(Array.from({ length: classes }, () => 10 ** (-4 * next() * next())));

/** One class has the least frequency; the others keep their proportions. */
const withRare = (values: Vector, at: number): Vector => {
  const others = values.map((value, i) => (i === at ? 0 : value));
  const scale = (1 - leastFrequency) / sumOf(others);
  return others.map((value, i) => (i === at ? leastFrequency : scale * value));
};

const atLeastTwo = (values: Vector, random: Random): Vector => (values.length > 1 ? values : drawn(3, random));
const isRare = (value: number | undefined): boolean => value !== undefined && value < 1.001 * leastFrequency;

const withClasses = (id: string, from: number, to = from): Landmark<Vector> => ({
  id: `classFrequencies: ${id}`,
  place: (_, random) => drawn(from + Math.floor(random.next() * (to - from + 1)), random),
  isAt: ({ length }) => length >= from && length <= to,
});

const landmarks: readonly Landmark<Vector>[] = [
  withClasses('one class', 1),
  withClasses('two classes', 2),
  withClasses('three to six classes', 3, 6),
  withClasses('seven to twelve classes', 7, 12),
  withClasses('13 to 99 classes', 13, mostClasses - 1),
  withClasses('a hundred classes', mostClasses),
  {
    id: 'classFrequencies: all are equal',
    place: (values, random) => {
      const { length } = atLeastTwo(values, random);
      return new Array<number>(length).fill(1 / length);
    },
    isAt: (values) => values.length > 1 && values.every((value) => value === values[0]),
  },
  {
    id: 'classFrequencies: the first is the least',
    place: (values, random) => withRare(atLeastTwo(values, random), 0),
    isAt: (values) => isRare(values[0]),
  },
  {
    id: 'classFrequencies: the last is the least',
    place: (values, random) => withRare(atLeastTwo(values, random), atLeastTwo(values, random).length - 1),
    isAt: (values) => isRare(values.at(-1)),
  },
  {
    id: 'classFrequencies: one is nearly 1',
    place: (values, random) => {
      const { length } = atLeastTwo(values, random);
      return normalized(Array.from({ length }, (_, i) => (i === 0 ? 1 : 1e-9)));
    },
    isAt: (values) => values.length > 1 && values.some((value) => value > 1 - 2 * values.length * leastFrequency),
  },
];

/** Positive numbers whose sum is 1. */
const frequencies: Domain<Vector> = {
  draw: (random) =>
    drawn(random.sizes ? 1 + Math.floor(5 * random.next()) : Math.ceil(mostClasses ** random.spread()), random),
  contains: (values) =>
    values.length >= 1 &&
    values.length <= mostClasses &&
    values.every((value) => value >= 0.999 * leastFrequency) &&
    Math.abs(sumOf(values) - 1) < 1e-9,
  landmarks,
  *simpler({ length }) {
    for (const fewer of [1, 2, 3, length - 1]) if (fewer < length) yield new Array<number>(fewer).fill(1 / fewer);
    if (length > 1) yield normalized(Array.from({ length }, (_, i) => (i === 0 ? 1 : 0.5)));
  },
  fit: (values) => values,
};

export const outputDomains = ({ softmax, outputBias }: InitializationTasks): readonly TaskDomain[] => [
  domain(softmax, [vector({ length: [1, mostClasses], entries: real({ from: -1e4, to: 1e4, usual: [-20, 20] }) })], {
    tolerance: exponentials,
  }),
  domain(outputBias, [frequencies], {
    compare: ([given], _, received) => frequencyDifference(given, received),
  }),
];

import { fill } from '../../../grader/kit.ts';
import { farthest, isCrossEntropy, isWithinUnit, type Model, steepestOf } from '../model.ts';
import en from '../texts/problems.en.json' with { type: 'json' };
import ru from '../texts/problems.ru.json' with { type: 'json' };

type Language = 'en' | 'ru';
const problems: Readonly<Record<Language, typeof en>> = { en, ru };

/** A unit is asked for at z as large as this, whatever its net. */
const asked = 20;
/** Slopes between these leave the laws something to see, in nets of eight layers and in chains of sixty neurons. */
const [flattest, steepest] = [0.05, 10];
/** Values that are all farther from 0 leave the next layer where nothing changes. */
const remotest = 4;
/** As close to 0 and 1 as an output may come, for 1 − y to keep its digits. */
const closest = 1e-8;

const shortly = (x: number): string =>
  String(Number(x.toPrecision(3)))
    .replace('-', '−')
    .replace('Infinity', '∞');

/** Whether nets and chains overflow with weights, biases and inputs as large as the laws draw them, of either sign. */
function overflows({ activation }: Model): boolean {
  const through = (layers: number, sum: (a: number) => number, input: number): number =>
    Array.from({ length: layers }).reduce<number>((a) => activation.value(sum(a)), input);
  const ends = [1, -1].flatMap((sign) => [
    through(8, (a) => sign * (1.5 * 4 * a + 1.5), 1.5),
    through(60, (a) => sign * (3 * a + 1), 2),
  ]);
  return !ends.every(Number.isFinite);
}

const places = Array.from({ length: 4 * farthest + 5 }, (_, i) => (i - 2 * farthest - 2) / 2);

/** How close to 0 or 1 an output comes. */
const closestOutput = ({ activation }: Model): number =>
  Math.min(...places.map((z) => Math.min(activation.value(z), 1 - activation.value(z))));

/** A straight line: nothing that is told apart by where a slope is taken could be told apart. */
function isStraight({ activation }: Model): boolean {
  const slopes = places.map(activation.derivative);
  return Math.max(...slopes) - Math.min(...slopes) <= 1e-3 * Math.max(...slopes.map(Math.abs));
}

/** How near to 0 its values come. */
const leastValue = ({ activation }: Model): number => Math.min(...places.map((z) => Math.abs(activation.value(z))));

/** Why the parameters cannot be used together, and what to choose instead; undefined where they can. */
export function problemOf(model: Model, language: Language): string | undefined {
  const { activation, parameters, names } = model;
  const name = names.activation === 'phi' ? activation.text : names.activation;
  const say = (problem: keyof typeof en, values: Parameters<typeof fill>[1]): string =>
    fill(problems[language][problem], values);
  if (activation.limit < asked) {
    return say('notFinite', { name, asked });
  }
  const slope = steepestOf(activation);
  if (slope > steepest && overflows(model)) {
    return say('overflows', { name });
  }
  if (slope < flattest || slope > steepest) {
    return say('slope', { name, slope: shortly(slope), flattest, steepest });
  }
  if (isStraight(model)) {
    return say('straight', { name });
  }
  if (leastValue(model) > remotest) {
    return say('remote', { name, value: shortly(leastValue(model)) });
  }
  if (!isCrossEntropy(parameters)) return undefined;
  if (!isWithinUnit(activation)) {
    // An end that is approached but not reached is that end.
    const [least, largest] = activation.range.map((end) => shortly(Number(end.toFixed(9))));
    return say('outside', { name, least: least ?? '', largest: largest ?? '' });
  }
  const distance = closestOutput(model);
  if (distance < closest) {
    return say('tooClose', { name, distance: shortly(distance), farthest });
  }
  return undefined;
}

import { farthest, isCrossEntropy, isWithinUnit, type Model, steepestOf } from '../model.ts';

type Language = 'en' | 'ru';
type Sentences = Readonly<Record<Language, string>>;

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
  return sentencesOf(model)?.[language];
}

function sentencesOf(model: Model): Sentences | undefined {
  const { activation, parameters, names } = model;
  const name = names.activation === 'phi' ? activation.text : names.activation;
  if (activation.limit < asked) {
    return {
      en: `${name} is not finite up to |z| = ${asked}, which is asked for; choose a formula that grows more slowly`,
      ru: `${name} не остаётся конечной при |z| до ${asked}, а это требуется; выберите формулу, которая растёт медленнее`,
    };
  }
  const slope = steepestOf(activation);
  if (slope > steepest && overflows(model)) {
    return {
      en: `${name} overflows in nets of eight layers and chains of sixty neurons, with weights as large as the laws draw them; choose a formula that grows no faster than z`,
      ru: `${name} переполняется в сетях из восьми слоёв и в цепочках из шестидесяти нейронов при самых больших весах из проверки; выберите формулу, которая растёт не быстрее z`,
    };
  }
  if (slope < flattest || slope > steepest) {
    return {
      en: `the slope of ${name} is at most ${shortly(slope)}, and in deep nets the digits of the gradient would be lost; choose a formula whose largest slope is between ${flattest} and ${steepest}`,
      ru: `наклон ${name} не превосходит ${shortly(slope)}, и в глубоких сетях цифры градиента потерялись бы; выберите формулу с наибольшим наклоном от ${flattest} до ${steepest}`,
    };
  }
  if (isStraight(model)) {
    return {
      en: `${name} is a straight line, and a net of such units is one linear layer; choose a formula that bends`,
      ru: `${name} — прямая, и сеть из таких нейронов — один линейный слой; выберите формулу с изгибом`,
    };
  }
  if (leastValue(model) > remotest) {
    return {
      en: `the values of ${name} stay far from 0, at ${shortly(leastValue(model))} or more, and the units of the next layer would all be far out; choose a formula that comes nearer to 0`,
      ru: `значения ${name} не подходят к нулю ближе ${shortly(leastValue(model))}, и нейроны следующего слоя оказались бы далеко от нуля; выберите формулу, которая подходит к нулю ближе`,
    };
  }
  if (!isCrossEntropy(parameters)) return undefined;
  if (!isWithinUnit(activation)) {
    // An end that is approached but not reached is that end.
    const [least, largest] = activation.range.map((end) => shortly(Number(end.toFixed(9))));
    return {
      en: `the binary cross-entropy needs outputs between 0 and 1, and those of ${name} lie between ${least} and ${largest}; choose loss=squared-error or loss=half-squared-error`,
      ru: `бинарной кросс-энтропии нужны выходы от 0 до 1, а у ${name} они лежат от ${least} до ${largest}; выберите loss=squared-error или loss=half-squared-error`,
    };
  }
  const distance = closestOutput(model);
  if (distance < closest) {
    return {
      en: `the outputs of ${name} come as close to 0 or 1 as ${shortly(distance)} for |z| ≤ ${farthest}, where the binary cross-entropy loses its digits; choose a formula that approaches its ends more slowly, or loss=squared-error`,
      ru: `выходы ${name} при |z| ≤ ${farthest} подходят к 0 или 1 на ${shortly(distance)}, где бинарная кросс-энтропия теряет цифры; выберите формулу, которая приближается к краям медленнее, или loss=squared-error`,
    };
  }
  return undefined;
}

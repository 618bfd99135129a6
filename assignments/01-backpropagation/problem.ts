import { farthest, isCrossEntropy, isWithinUnit, type Model, steepestOf } from './model.ts';

type Language = 'en' | 'ru';
type Sentences = Readonly<Record<Language, string>>;

/** A unit is asked for at z as large as this, whatever its net. */
const asked = 20;
/** Slopes between these leave the laws something to see, in nets of eight layers and in chains of sixty neurons. */
const [flattest, steepest] = [0.05, 10];
/** As close to 0 and 1 as an output may come, for 1 − y to keep its digits. */
const closest = 1e-8;

const shortly = (x: number): string => String(Number(x.toPrecision(3))).replace('-', '−');

/** The nets at the ends of what laws draw: all weights, biases and inputs as large as they get, of either sign. */
function reachInNets({ activation }: Model): number {
  const layers = 8;
  const width = 4;
  const extremes = [1.5, -1.5].map((w) => {
    let a = 1.5;
    for (let l = 0; l < layers; l++) a = activation.value(w * width * a + w);
    return Math.abs(a);
  });
  return extremes.every(Number.isFinite) ? Math.max(...extremes) : Number.POSITIVE_INFINITY;
}

/** And the longest chains. */
function reachInChains({ activation }: Model): number {
  const neurons = 60;
  const extremes = [3, -3].map((w) => {
    let a = 2;
    for (let i = 0; i < neurons; i++) a = activation.value(w * a + 1);
    return Math.abs(a);
  });
  return extremes.every(Number.isFinite) ? Math.max(...extremes) : Number.POSITIVE_INFINITY;
}

/** How close to 0 or 1 an output comes. */
function closestOutput({ activation }: Model): number {
  const places = Array.from({ length: 4 * farthest + 5 }, (_, i) => (i - 2 * farthest - 2) / 2);
  return Math.min(...places.map((z) => Math.min(activation.value(z), 1 - activation.value(z))));
}

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
  if (reachInNets(model) === Number.POSITIVE_INFINITY || reachInChains(model) === Number.POSITIVE_INFINITY) {
    return {
      en: `${name} overflows in a net of eight layers or a chain of sixty neurons with weights as large as the laws draw them; choose a formula that grows no faster than z`,
      ru: `${name} переполняется в сети из восьми слоёв или в цепочке из шестидесяти нейронов при самых больших весах из проверки; выберите формулу, которая растёт не быстрее z`,
    };
  }
  const slope = steepestOf(activation);
  if (slope < flattest || slope > steepest) {
    return {
      en: `the slope of ${name} is at most ${shortly(slope)}, and in deep nets the digits of the gradient would be lost; choose a formula whose largest slope is between ${flattest} and ${steepest}`,
      ru: `наклон ${name} не превосходит ${shortly(slope)}, и в глубоких сетях цифры градиента потерялись бы; выберите формулу с наибольшим наклоном от ${flattest} до ${steepest}`,
    };
  }
  if (!isCrossEntropy(parameters)) return undefined;
  if (!isWithinUnit(activation)) {
    const [least, largest] = activation.range.map(shortly);
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

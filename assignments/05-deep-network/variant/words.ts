import { type ActivationChoice, activationOf } from '../../../reference/activation-choice.ts';
import { reluDepth, runsOf, type TrainingRuns } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';
import type { TypicalDeviations } from './fresh-nets.ts';
import { numbersIn } from './number-words.ts';
import { hintWords, shortly, six, stepWords } from './worked-steps.ts';

type Language = 'en' | 'ru';

/** As the lecture writes the slopes of the two that it has. */
const slopes: Readonly<Record<string, string>> = { sigmoid: '\\sigma(1 - \\sigma)', tanh: '1 - \\tanh^2' };
const slopesOfA: Readonly<Record<string, string>> = { sigmoid: 'a(1 - a)', tanh: '1 - a^2', arctan: '\\cos^2 a' };

function activationWords(choice: ActivationChoice) {
  const { name, derivativeTex } = activationOf(choice);
  return { name, slope: slopes[name] ?? derivativeTex };
}

/** Those that the lecture has not, in formulas. */
function definitionsOf({ activation, symmetric }: Parameters, language: Language) {
  const unknown = [activationOf(activation), activationOf(symmetric)].filter(({ name }) => slopes[name] === undefined);
  const says = { en: 'stands for', ru: 'означает' }[language];
  return {
    definitions: unknown.map(({ name, tex }) => `\`'${name}'\` ${says} $${tex}$.`).join(' '),
    definitionText: unknown.map(({ name, text }) => `'${name}' is ${text}.`).join(' '),
  };
}

function otherWords(choice: ActivationChoice, language: Language) {
  const { name, symbol, value } = activationOf(choice);
  const isOdd = [0, 0.5, 1, 2].every((z) => Math.abs(value(z) + value(-z)) < 1e-9);
  const lectures = { en: 'sigmoid', ru: 'сигмоиды' }[language];
  const title = name === 'sigmoid' ? lectures : name === 'phi' ? symbol : name;
  return { otherHasMean: !isOdd, otherTitle: title };
}

function penaltyWords(parameters: Parameters) {
  const isHalf = parameters.penalty === 'half';
  return {
    isHalf,
    tex: isHalf ? '\\frac{\\lambda}{2}' : '\\lambda',
    inline: isHalf ? '(\\lambda/2)' : '\\lambda',
    text: isHalf ? '(λ/2)' : 'λ',
    slope: isHalf ? '\\lambda w' : '2\\lambda w',
    slopeText: isHalf ? 'λ·w' : '2λ·w',
  };
}

function clippingWords({ clipping }: Parameters) {
  return {
    clips: clipping !== 'none',
    clipsNorm: clipping === 'norm',
    clipsValue: clipping === 'value',
    bound: clipping === 'value' ? 'limit' : 'maxNorm',
    stepNumber: clipping === 'none' ? 2 : 3,
  };
}

const chanceOf = ({ classes }: Parameters): string => (1 / classes).toFixed(classes === 8 ? 3 : 2);

function runWords(name: string, { settings, nets, threshold, measured }: TrainingRuns, parameters: Parameters) {
  const { hiddenSizes, epochs, batchSize, learningRate, maxNorm, limit, l2 } = settings;
  const standard = measured.wrong['standard-initialization']!.mean;
  const isAboveChance = standard > 1 / parameters.classes + 0.02;
  const others = Object.entries({ maxNorm, limit, l2 }).filter(([, value]) => value !== undefined);
  return {
    name,
    depth: hiddenSizes.length,
    width: hiddenSizes[0],
    epochs,
    batchSize,
    learningRate,
    others: others.map(([key, value]) => `\`${key}: ${value}\``).join(', ') || '–',
    nets,
    threshold: threshold.toFixed(2),
    seen: measured.right['reference']!.mean.toFixed(2),
    standard: isAboveChance ? standard.toFixed(2) : chanceOf(parameters),
  };
}

const ways = {
  en: { standard: 'standard', Xavier: 'Xavier', He: 'He' },
  ru: { standard: 'стандартная', Xavier: 'Ксавье', He: 'Хе' },
};

/** How much of the signal is left when every layer halves it. */
const halvings: { readonly [L in Language]: Readonly<Record<number, string>> } = {
  en: {
    10: 'a thousand times',
    12: 'four thousand times',
    16: 'sixty-five thousand times',
    18: 'a quarter of a million times',
    20: 'a million times',
  },
  ru: {
    10: 'в тысячу раз',
    12: 'в четыре тысячи раз',
    16: 'в шестьдесят пять тысяч раз',
    18: 'в четверть миллиона раз',
    20: 'в миллион раз',
  },
};

function netWords(parameters: Parameters, language: Language) {
  const depth = reluDepth(parameters);
  const narrow = runsOf(parameters).symmetric.settings.hiddenSizes.length;
  const { width } = parameters;
  return {
    depth,
    width,
    depthWord: numbersIn[language](depth),
    depthWithWord: numbersIn.ru(depth, 'instrumental'),
    symmetricDepthWord: numbersIn[language](narrow),
    symmetricDepthWithWord: numbersIn.ru(narrow, 'instrumental'),
    unitsWord: width % 10 === 4 ? 'нейрона' : 'нейронов',
    halvings: halvings[language][depth],
    he: { variance: six(2 / width), std: six(Math.sqrt(2 / width)) },
    xavier: {
      variance: six(2 / (49 + width)),
      std: six(Math.sqrt(2 / (49 + width))),
      limit: six(Math.sqrt(6 / (49 + width))),
    },
  };
}

function digitWords(parameters: Parameters, language: Language) {
  const { classes, shuffle } = parameters;
  const runs = runsOf(parameters);
  const [trainingExamples, heldOut] = [50 * classes, 100 * classes];
  const perEpoch = trainingExamples / runs.relu.settings.batchSize;
  const range = { en: `0 to ${classes - 1}`, ru: `от 0 до ${classes - 1}` }[language];
  const percent = (share: number): string => shortly(100 * share);
  return {
    classes,
    fewer: classes < 10,
    digitRange: range,
    ofDigits: classes < 10 ? { en: ` from ${range}`, ru: ` ${range}` }[language] : '',
    shuffled: shuffle !== 0,
    trainingExamples,
    heldOutExamples: {
      en: classes === 10 ? 'A thousand' : String(heldOut),
      ru: classes === 10 ? 'Ещё тысяча остаётся' : `Ещё ${heldOut} остаются`,
    }[language],
    stepsPerEpoch: perEpoch,
    stepsWord: numbersIn[language](perEpoch),
    reluSteps: perEpoch * runs.relu.settings.epochs,
    chance: chanceOf(parameters),
    guessing: Math.log(classes).toFixed(3),
    percent: {
      symmetric: percent(runs.symmetric.threshold),
      relu: percent(runs.relu.threshold),
      chance: percent(1 / classes),
    },
    runs: [runWords(parameters.symmetric, runs.symmetric, parameters), runWords('ReLU', runs.relu, parameters)],
  };
}

function typicalWords({ layers, rows }: TypicalDeviations, language: Language) {
  return {
    layers,
    typical: rows.map(({ phi, way, stds }) => ({
      name: phi.isRelu ? 'ReLU' : phi.name,
      way: ways[language][way],
      stds: stds.join(' | '),
    })),
  };
}

/** All that the templates of this assignment are filled from. */
export const wordsOf = (parameters: Parameters, language: Language, typical: TypicalDeviations) => ({
  other: activationWords(parameters.activation),
  symmetric: activationWords(parameters.symmetric),
  articleOfSymmetric: parameters.symmetric === 'arctan' ? 'an' : 'a',
  slopeOfA: slopesOfA[activationOf(parameters.activation).name] ?? slopesOfA[parameters.symmetric],
  ...otherWords(parameters.activation, language),
  ...definitionsOf(parameters, language),
  penalty: penaltyWords(parameters),
  ...clippingWords(parameters),
  steps: stepWords(parameters),
  hint: hintWords(parameters),
  ...netWords(parameters, language),
  ...digitWords(parameters, language),
  ...typicalWords(typical, language),
});

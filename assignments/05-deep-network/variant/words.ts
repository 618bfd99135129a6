import { fill } from '../../../grader/kit.ts';
import { type ActivationChoice, activationOf } from '../../../reference/activations/activation-choice.ts';
import { runsOf, type TrainingRuns } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';
import type { FreshNets } from './fresh-nets.ts';
import { netWords, typicalWords } from './net-words.ts';
import { type Language, said, writtenOut } from './said.ts';
import { hintWords, shortly, stepWords } from './worked-steps.ts';

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
  return {
    definitions: unknown.map(({ name, tex }) => fill(said[language].definition, { name, tex })).join(' '),
    // For the stubs, which are in English.
    definitionText: unknown.map(({ name, text }) => fill(said.en.definitionText, { name, text })).join(' '),
  };
}

function otherWords(choice: ActivationChoice, language: Language) {
  const { name, symbol, value } = activationOf(choice);
  const isOdd = [0, 0.5, 1, 2].every((z) => Math.abs(value(z) + value(-z)) < 1e-9);
  const title = name === 'sigmoid' ? said[language].sigmoids : name === 'phi' ? symbol : name;
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

function digitWords(parameters: Parameters, language: Language) {
  const { classes, shuffle } = parameters;
  const runs = runsOf(parameters);
  const [trainingExamples, heldOut] = [50 * classes, 100 * classes];
  const perEpoch = trainingExamples / runs.relu.settings.batchSize;
  const words = said[language];
  const range = fill(words.digitRange, { last: classes - 1 });
  const percent = (share: number): string => shortly(100 * share);
  return {
    classes,
    fewer: classes < 10,
    digitRange: range,
    ofDigits: classes < 10 ? fill(words.ofDigits, { range }) : '',
    shuffled: shuffle !== 0,
    trainingExamples,
    heldOutExamples: fill(classes === 10 ? words.heldOut.thousand : words.heldOut.other, { count: heldOut }),
    stepsPerEpoch: perEpoch,
    stepsWord: writtenOut(words.numbers, perEpoch),
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

/** All that the templates of this assignment are filled from. */
export const wordsOf = (parameters: Parameters, language: Language, nets: readonly FreshNets[]) => ({
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
  ...typicalWords(parameters, nets, language),
});

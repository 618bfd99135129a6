import type { Setup } from '../parameters.ts';
import { growthMeans, type Numbers, type Phrases } from './phrases.ts';

export function phrasesInEnglish(setup: Setup, numbers: Numbers): Phrases {
  const { standard, balanced, gained, phi, heNormal, heUniform, xavierNormal, xavierUniform } = numbers;
  const { isRelu, isTruncated, depth, choices } = setup;
  const isNamed = balanced.isMean || balanced.isFanIn;
  const who = balanced.isMean ? 'Xavier' : 'LeCun';
  const name = isRelu ? 'ReLU' : phi.name;
  const isFifty = depth === 50;
  const isLinear = choices.balanced === 'linear';
  return {
    depth: {
      layers: isFifty ? 'fifty' : `${depth} layers`,
      halves: `2^{-${depth}}`,
      word: isFifty ? 'fifty' : depth,
      Word: isFifty ? 'Fifty' : depth,
    },
    normalWord: isTruncated ? 'truncated normal' : 'normal',
    drawnNumber: isTruncated ? 'The truncated number' : '`rng.normal()`',
    standard: {
      share: standard.isPlain ? 'a third' : `${standard.percentLeft} %`,
      lost: standard.isPlain
        ? 'two thirds of the variance are lost'
        : `${standard.percentLost} % of the variance is lost`,
      lostPart: standard.isPlain ? 'two thirds of the variance' : `${standard.percentLost} % of the variance`,
    },
    balanced: {
      way: isNamed ? `by ${who}` : `as \`${xavierNormal}\` draws them`,
      weights: isNamed ? who : `\`${xavierNormal}\``,
      forWhom: isNamed ? who : `\`${xavierUniform}\` and \`${xavierNormal}\``,
      named: isNamed ? ` (${who})` : '',
      limitTitle: isNamed ? `${who}'s limit` : `the limit of ${xavierUniform}`,
      limitIs: isNamed ? `${who}'s limit is` : 'The limit asked for is',
      varianceTitle: isNamed ? `${who}'s variance` : `the variance of ${xavierNormal}`,
      varianceIs: isNamed ? `${who}'s variance is` : 'The variance asked for is',
    },
    gained: {
      way: isRelu ? 'by He' : `as \`${heNormal}\` draws them`,
      weights: isRelu ? 'He' : `\`${heNormal}\``,
      named: isRelu ? ' (He)' : '',
      overN: isRelu ? "He's 2/n" : `${gained.s}/n`,
      makesUp: isRelu
        ? 'ReLU sets half of the units to 0, and the factor 2 makes up for it.'
        : `Behind ${name} a signal does not keep its size, and the factor ${gained.s} makes up for it.`,
      lost: isRelu
        ? 'Behind ReLU half of the variance would be lost in every layer.'
        : `Behind ${name} the signal would not keep its size.`,
      near0: isRelu ? '' : ' near 0',
      sums: gained.isFanIn ? 'a unit sums up `fanIn` products' : 'on the way back `fanOut` products are summed up',
      limitTitle: isRelu ? `He's limit √(6/${gained.fan})` : `the limit of ${heUniform}, √(${gained.s3}/${gained.fan})`,
      varianceTitle: isRelu
        ? `He's variance 2/${gained.fan}`
        : `the variance of ${heNormal}, ${gained.s}/${gained.fan}`,
      timesTooMuch: isRelu ? 'twice too large' : `${gained.s} times what it should be`,
    },
    choice: {
      ...choices,
      balancedName: isLinear ? 'a linear layer' : 'tanh',
      gainedName: name,
      balancedMeans: isLinear ? ' (no activation function)' : '',
    },
    phi: {
      isNamed: phi.name === 'φ' ? 'an activation $\\varphi$' : `$${phi.tex}$`,
      growthMeans: growthMeans(
        phi.growthRate,
        ', so that such errors fade from layer to layer',
        ', so that such errors grow from layer to layer',
      ),
    },
  };
}

import type { Setup } from '../parameters.ts';
import { growthMeans, type Numbers, type Phrases } from './phrases.ts';

export function phrasesInRussian(setup: Setup, numbers: Numbers): Phrases {
  const { standard, balanced, gained, phi, heNormal, heUniform, xavierNormal, xavierUniform } = numbers;
  const { isRelu, isTruncated, depth, choices } = setup;
  const isNamed = balanced.isMean || balanced.isFanIn;
  const who = balanced.isMean ? 'Ксавье' : 'ЛеКуна';
  const name = isRelu ? 'ReLU' : phi.name;
  const isFifty = depth === 50;
  const isLinear = choices.balanced === 'linear';
  const lost = standard.isPlain ? 'теряются две трети дисперсии' : `теряется ${standard.percentLost} % дисперсии`;
  const whose = isNamed ? who : `\`${xavierNormal}\``;
  return {
    depth: {
      halves: `2^{-${depth}}`,
      genitive: isFifty ? 'пятидесяти' : depth,
      nominative: isFifty ? 'пятьдесят' : depth,
      Nominative: isFifty ? 'Пятьдесят' : depth,
    },
    normalWord: isTruncated ? 'нормальные с обрезкой' : 'нормальные',
    drawnNumber: isTruncated ? 'Обрезанное число' : '`rng.normal()`',
    standard: { share: standard.isPlain ? 'втрое' : `до ${standard.percentLeft} %`, lost, lostPart: lost },
    balanced: {
      way: isNamed ? `по ${balanced.isMean ? 'Ксавье' : 'ЛеКуну'}` : `как у \`${xavierNormal}\``,
      weights: whose,
      short: isNamed ? (balanced.isMean ? 'Ксавье' : 'ЛеКун') : `\`${xavierNormal}\``,
      weightsNom: `инициализация ${whose}`,
      weightsLong: `инициализацию ${whose}`,
      forWhom: isNamed ? who : `\`${xavierUniform}\` и \`${xavierNormal}\``,
      named: isNamed ? ` (${balanced.isMean ? 'Ксавье' : 'ЛеКун'})` : '',
      limitTitle: isNamed ? `предел ${who}` : `предел из ${xavierUniform}`,
      limitIs: isNamed ? `Предел ${who} равен` : 'Нужен предел',
      varianceTitle: isNamed ? `дисперсия ${who}` : `дисперсия из ${xavierNormal}`,
      varianceIs: isNamed ? `Дисперсия ${who} равна` : 'Нужна дисперсия',
    },
    gained: {
      way: isRelu ? 'по Хе' : `как у \`${heNormal}\``,
      weights: isRelu ? 'Хе' : `\`${heNormal}\``,
      short: isRelu ? 'Хе' : `\`${heNormal}\``,
      named: isRelu ? ' (Хе)' : '',
      overN: `${gained.s}/n`,
      makesUp: isRelu
        ? 'ReLU обнуляет половину нейронов, и множитель 2 у Хе это возмещает.'
        : `После ${name} величина сигнала уже не та, и множитель ${gained.s} это возмещает.`,
      lost: isRelu
        ? 'После ReLU в каждом слое терялась бы половина дисперсии.'
        : `После ${name} величина сигнала не сохранялась бы.`,
      near0: isRelu ? '' : ' вблизи нуля',
      sums: gained.isFanIn
        ? 'нейрон складывает `fanIn` произведений'
        : 'по пути назад складываются `fanOut` произведений',
      otherInstead: gained.isFanIn ? 'число выходов вместо числа входов' : 'число входов вместо числа выходов',
      limitTitle: isRelu ? `предел Хе √(6/${gained.fan})` : `предел из ${heUniform}, √(${gained.s3}/${gained.fan})`,
      varianceTitle: isRelu ? `дисперсия Хе 2/${gained.fan}` : `дисперсия из ${heNormal}, ${gained.s}/${gained.fan}`,
      timesTooMuch: isRelu ? 'вдвое больше нужной' : `отличается от нужной множителем ${gained.s}`,
    },
    choice: {
      ...choices,
      balancedName: isLinear ? 'линейного слоя' : 'tanh',
      balancedWith: isLinear ? 'Для линейного слоя' : 'При tanh',
      gainedName: name,
      balancedMeans: isLinear ? ' (без функции активации)' : '',
    },
    phi: {
      isNamed: phi.name === 'φ' ? 'функции активации $\\varphi$' : `$${phi.tex}$`,
      growthMeans: growthMeans(
        phi.growthRate,
        ', то есть такие отклонения от слоя к слою сглаживаются',
        ', то есть такие отклонения от слоя к слою растут',
      ),
    },
  };
}

import jstat from 'jstat';

function normal(fanIn, fanOut, rng, std) {
  jstat.setRandom(() => rng.uniform());
  return Array.from({ length: fanOut }, () => Array.from({ length: fanIn }, () => jstat.normal.sample(0, std)));
}

export const xavierNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / (fanIn + fanOut)));
export const heNormal = (fanIn, fanOut, rng) => normal(fanIn, fanOut, rng, Math.sqrt(2 / fanIn));

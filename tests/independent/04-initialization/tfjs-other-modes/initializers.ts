import { VarianceScaling } from '@tensorflow/tfjs-layers/dist/initializers';
import { initial } from './initial';

const uniform = (scale, mode) => new VarianceScaling({ scale, mode, distribution: 'uniform' });

export const xavierUniform = (fanIn, fanOut, rng) => initial(uniform(1, 'fanIn'), fanIn, fanOut, rng);
export const heUniform = (fanIn, fanOut, rng) => initial(uniform(2, 'fanAvg'), fanIn, fanOut, rng);

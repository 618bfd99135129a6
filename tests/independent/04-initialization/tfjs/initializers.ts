import {
  GlorotNormal,
  GlorotUniform,
  HeNormal,
  HeUniform,
  LeCunUniform,
} from '@tensorflow/tfjs-layers/dist/initializers';
import { initial } from './initial';

export const standardUniform = (fanIn, fanOut, rng) => initial(new LeCunUniform({}), fanIn, fanOut, rng);
export const xavierUniform = (fanIn, fanOut, rng) => initial(new GlorotUniform({}), fanIn, fanOut, rng);
export const xavierNormal = (fanIn, fanOut, rng) => initial(new GlorotNormal({}), fanIn, fanOut, rng);
export const heNormal = (fanIn, fanOut, rng) => initial(new HeNormal({}), fanIn, fanOut, rng);
export const heUniform = (fanIn, fanOut, rng) => initial(new HeUniform({}), fanIn, fanOut, rng);

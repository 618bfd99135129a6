import { fresh } from './fresh';

export const heUniform = (fanIn, fanOut, rng) => fresh([fanIn, fanOut], rng)[0].weights;

import type { Picture } from '../../grader/contract.ts';
import { varianceByDepth } from '../../reference/variance.ts';

const depth = 50;
const fanIn = 100;

/** Var(z_l) for l = 0 … 50, from an input of variance 1; `scale` is n·Var(w), halved once more where ReLU halves it. */
const decay = (scale: number) =>
  [1, ...varianceByDepth(depth, fanIn, scale / fanIn, 1)].map((variance, l) => [l, variance] as const);

export const pictures: Readonly<Record<string, Picture>> = {
  'variance.svg': {
    title: 'Var(z) after each of fifty layers',
    description:
      'With n·Var(w) = 1, Xavier in the linear region and He with ReLU, the variance stays 1. With 1/n in front of ReLU it halves in each layer; with the standard initialization it falls to a third in each layer, to 1e-24 after fifty.',
    x: { label: 'l', domain: [0, depth] },
    y: { label: 'Var(z)', domain: [1e-24, 10], scale: 'log' },
    series: [
      { label: 'Xavier, He', points: decay(1), style: 'solid' },
      { label: '1/n, ReLU', points: decay(1 / 2), style: 'dashed' },
      { label: 'U(±1/√n)', points: decay(1 / 3), style: 'dotted' },
    ],
  },
};

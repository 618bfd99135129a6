import type { Picture } from '../../grader/kit.ts';
import { roughNormalMean } from '../../reference/statistics/normal-mean.ts';
import { type Setup, setupOf } from './parameters.ts';

/**
 * Var(z_l) for l = 0 … depth in wide layers, from an input of variance 1, where n·Var(w) is `scale` and φ follows each
 * layer: Var(z_(l+1)) = scale·E[φ(√Var(z_l)·Z)²]. With nothing behind the layers that is a power of scale.
 */
function decay(scale: number, depth: number, phi: (z: number) => number) {
  const variances = [1];
  for (let l = 0; l < depth; l++) {
    const std = Math.sqrt(variances[l]!);
    variances.push(scale * roughNormalMean((z) => phi(std * z) ** 2));
  }
  return variances.map((variance, l) => [l, variance] as const);
}

const power = (scale: number, depth: number) => Array.from({ length: depth + 1 }, (_, l) => [l, scale ** l] as const);

const labels = { xavier: 'Xavier', lecun: 'LeCun', fanOut: '1/n' } as const;

export function picturesOf({
  schemes,
  phi,
  isRelu,
  depth,
  standardLimit: c,
}: Setup): Readonly<Record<string, Picture>> {
  const name = isRelu ? 'ReLU' : phi.symbol;
  const balanced = labels[schemes.balanced.id as keyof typeof labels];
  const plain = isRelu ? power(1 / 2, depth) : decay(1, depth, phi.value);
  const standard = power(c ** 2 / 3, depth);
  const end = Math.round(Math.log10(standard.at(-1)![1]));
  const all = [...plain, ...standard].map(([, variance]) => variance);
  const lowest = Math.floor(Math.log10(Math.min(...all)) + 0.2);
  const highest = Math.max(1, Math.ceil(Math.log10(1.5 * Math.max(...all))));
  const number = depth === 50 ? 'fifty' : String(depth);
  return {
    'variance.svg': {
      title: `Var(z) after each of ${number} layers`,
      description: isRelu
        ? `With n·Var(w) = 1, ${balanced} in the linear region and He with ReLU, the variance stays 1. With 1/n in front of ReLU it halves in each layer; with the standard initialization it falls to ${c === 1 ? 'a third' : `${shortly(c ** 2 / 3)} of itself`} in each layer, to 1e${end} after ${number}.`
        : `With n·Var(w) = 1 in the linear region, and with gain²/n in front of ${name}, the variance stays 1. With 1/n in front of ${name} it does not; with the standard initialization it falls to ${shortly(c ** 2 / 3)} of itself in each layer, to 1e${end} after ${number}.`,
      x: { label: 'l', domain: [0, depth] },
      y: { label: 'Var(z)', domain: [10 ** lowest, 10 ** highest], scale: 'log' },
      series: [
        { label: `${balanced}, ${isRelu ? 'He' : 'gain²/n'}`, points: power(1, depth), style: 'solid' },
        { label: `1/n, ${name}`, points: plain, style: 'dashed' },
        { label: `U(±${c === 1 ? '1' : shortly(c)}/√n)`, points: standard, style: 'dotted' },
      ],
    },
  };
}

const shortly = (x: number): string => String(Number(x.toFixed(3)));

export const pictures = picturesOf(setupOf());

import { meanLogGain } from '../../../reference/gains/log-gain.ts';
import { reluDepth, runsOf } from '../digits/runs.ts';
import type { Parameters } from '../parameters.ts';
import type { FreshNets } from './fresh-nets.ts';
import { type Language, said, writtenOut } from './said.ts';
import { six } from './worked-steps.ts';

/** The nets of the texts: how deep and wide they are, and what weights they ask for. */
export function netWords(parameters: Parameters, language: Language) {
  const depth = reluDepth(parameters);
  const narrow = runsOf(parameters).symmetric.settings.hiddenSizes.length;
  const { width } = parameters;
  const { numbers, numbersWith, halvings, units } = said[language];
  const halved: Readonly<Record<string, string>> = halvings;
  return {
    depth,
    width,
    depthWord: writtenOut(numbers, depth),
    depthWithWord: writtenOut(numbersWith, depth),
    symmetricDepthWord: writtenOut(numbers, narrow),
    symmetricDepthWithWord: writtenOut(numbersWith, narrow),
    unitsWord: width % 10 === 4 ? units.four : units.many,
    // How much of the signal is left when every layer halves it.
    halvings: halved[depth],
    he: { variance: six(2 / width), std: six(Math.sqrt(2 / width)) },
    xavier: {
      variance: six(2 / (49 + width)),
      std: six(Math.sqrt(2 / (49 + width))),
      limit: six(Math.sqrt(6 / (49 + width))),
    },
  };
}

/** Two digits; in powers of ten where they are small. */
function twoDigits(x: number): string {
  if (x >= 1e-3) return x.toFixed(Math.max(0, 1 - Math.floor(Math.log10(x))));
  const [digits, exponent] = x.toExponential(1).split('e');
  return `$${digits} \\cdot 10^{${Number(exponent)}}$`;
}

/** The layers that the table shows. */
const shownLayers = [1, 5, 9, 13];

/** The table of nets that have just been drawn. */
export function typicalWords(parameters: Parameters, nets: readonly FreshNets[], language: Language) {
  const depth = reluDepth(parameters);
  const layers = [...shownLayers.filter((l) => l < depth), depth];
  const shown = ({ stds }: FreshNets): string => layers.map((l) => twoDigits(stds[l - 1]!)).join(' | ');
  const lost = meanLogGain(parameters.width);
  const he = nets.find(({ way }) => way === 'He')!.stds;
  return {
    layers,
    typical: nets.map((net) => ({
      name: net.phi.isRelu ? 'ReLU' : net.phi.name,
      way: said[language].ways[net.way],
      stds: shown(net),
      difference: twoDigits(net.difference),
      first: twoDigits(net.gradients[0]),
      last: twoDigits(net.gradients[1]),
    })),
    hasSigmoid: nets.some(({ phi }) => phi.name === 'sigmoid'),
    heStds: { first: twoDigits(he[0]!), last: twoDigits(he.at(-1)!) },
    lostPerLayer: (-lost).toFixed(3),
    leftOfStd: Math.exp(((depth - 1) * lost) / 2).toFixed(2),
    otherLayers: depth - 1,
  };
}
